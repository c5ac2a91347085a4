package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.intents.recognise.Emotion;
import java.util.List;
import java.util.Optional;

/// Who is a little more annoyed with each turn needs a person before the outburst comes.
final class LastingMood {
  /// Of -1 to 0. An outburst is -0.5 and lets go at once; two turns in a row of -0.4, or three of
  /// -0.35, lead here, any number of -0.3 does not. Chosen so that no conversation of the
  /// development set that the bot can end is handed over by it.
  private static final double WORN = -0.6;

  /// Somebody who has calmed down again is left alone.
  private static final double STILL = 0.25;

  private LastingMood() {}

  static Dialogue after(Dialogue dialogue, Emotion now) {
    var words = now.strength() < STILL ? List.<String>of() : now.words();
    return Memory.feeling(dialogue, dialogue.mood().after(-now.strength(), words));
  }

  static Optional<Escalation> of(Dialogue dialogue, Emotion now) {
    if (dialogue.mood().value() > WORN || now.strength() < STILL) return Optional.empty();
    return Optional.of(new Escalation(Reason.EMOTION, "lasting_emotion", dialogue.mood().words()));
  }
}
