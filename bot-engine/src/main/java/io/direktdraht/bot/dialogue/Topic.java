package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Understanding;
import io.direktdraht.intents.recognise.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is being talked about: the intents that were offered, and the one that was answered last. A
/// short message that is not clear alone, "and on sundays too", goes on with it.
record Topic(List<String> intents) {
  /// Longer messages say what they are about.
  private static final int LONGEST = 90;

  /// How many times likelier an intent is for being talked about.
  private static final double LIKELIER = 6;

  /// From which probability it is meant, and how much likelier than another it must be then.
  private static final double MEANT = 0.5;

  Topic {
    intents = List.copyOf(intents);
  }

  static Topic of(Dialogue dialogue) {
    var intents = new ArrayList<String>();
    if (dialogue.pending() instanceof Pending.Choice(var offered)) intents.addAll(offered);
    var before = Memory.intentBefore(dialogue);
    if (!before.isEmpty() && !Planning.SMALL_TALK.contains(before)) intents.add(before);
    return new Topic(intents);
  }

  /// The intent that is meant if the message goes on with what is talked about.
  Optional<String> further(Understanding heard, String text) {
    if (text.length() > LONGEST || heard.verdict() instanceof Verdict.Sure) return Optional.empty();
    var likeliest = likeliest(heard.candidates());
    if (likeliest.isEmpty()) return Optional.empty();
    double all = heard.outOfScope();
    for (var candidate : heard.candidates()) all += weight(candidate);
    return weight(likeliest.get()) / all >= MEANT
        ? Optional.of(likeliest.get().intent())
        : Optional.empty();
  }

  private Optional<Candidate> likeliest(List<Candidate> candidates) {
    return candidates.stream().filter(one -> intents.contains(one.intent())).findFirst();
  }

  private double weight(Candidate candidate) {
    return intents.contains(candidate.intent())
        ? LIKELIER * candidate.probability()
        : candidate.probability();
  }
}
