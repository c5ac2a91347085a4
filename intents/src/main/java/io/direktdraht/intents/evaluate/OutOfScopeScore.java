package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.OutOfScopeLine;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Verdict;
import java.util.List;

/// How many strange sentences were not answered as an intent: "not understood", or only asked
/// about.
public record OutOfScopeScore(Share rejected, Share notAnswered) {
  public static OutOfScopeScore of(Recogniser recogniser, List<OutOfScopeLine> lines) {
    var rejected = Share.NOTHING;
    var notAnswered = Share.NOTHING;
    for (var line : lines) {
      var verdict = recogniser.understand(line.text()).verdict();
      rejected = rejected.plus(verdict instanceof Verdict.Unknown);
      notAnswered = notAnswered.plus(!(verdict instanceof Verdict.Sure));
    }
    return new OutOfScopeScore(rejected, notAnswered);
  }
}
