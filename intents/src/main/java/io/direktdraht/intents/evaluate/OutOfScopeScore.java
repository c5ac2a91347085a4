package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.EvaluationFiles.OutOfScopeLine;
import io.direktdraht.intents.recognise.Recogniser;
import io.direktdraht.intents.recognise.Verdict;
import java.util.List;
import java.util.function.Consumer;

/// How many strange sentences were not answered as an intent: "not understood", or only asked
/// about.
public record OutOfScopeScore(Share rejected, Share notAnswered, List<Wrong> misses) {
  public OutOfScopeScore {
    misses = List.copyOf(misses);
  }

  public static OutOfScopeScore of(Recogniser recogniser, List<OutOfScopeLine> lines) {
    var tally = new Tally(recogniser, _ -> {});
    lines.forEach(tally);
    return tally.score();
  }

  /// Scores line by line; every line that is not rejected goes to `wrongs`.
  public static final class Tally implements Consumer<OutOfScopeLine> {
    private final Recogniser recogniser;
    private final Consumer<Wrong> wrongs;
    private final Wrong.Worst worst = new Wrong.Worst();
    private Share rejected = Share.NOTHING;
    private Share notAnswered = Share.NOTHING;

    public Tally(Recogniser recogniser, Consumer<Wrong> wrongs) {
      this.recogniser = recogniser;
      this.wrongs = wrongs;
    }

    @Override
    public void accept(OutOfScopeLine line) {
      var understanding = recogniser.understand(line.text());
      var verdict = understanding.verdict();
      boolean unknown = verdict instanceof Verdict.Unknown;
      rejected = rejected.plus(unknown);
      notAnswered = notAnswered.plus(!(verdict instanceof Verdict.Sure));
      if (unknown) return;
      var best = Hearing.best(understanding);
      var said = Hearing.name(verdict);
      var wrong =
          new Wrong(
              line.language(), Wrong.NONE, best.intent(), best.probability(), said, line.text());
      worst.add(wrong);
      wrongs.accept(wrong);
    }

    public OutOfScopeScore score() {
      return new OutOfScopeScore(rejected, notAnswered, worst.list());
    }
  }
}
