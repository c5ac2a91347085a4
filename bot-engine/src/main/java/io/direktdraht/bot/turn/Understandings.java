package io.direktdraht.bot.turn;

import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Heard;
import io.direktdraht.bot.dialogue.Step;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.intents.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a turn is explained in the log: what was understood, by which catalogue.
record Understandings(Turn.Understood understood, String catalogue) {
  static Understandings none(Brain brain) {
    return new Understandings(
        new Turn.Understood("", List.of(), List.of(), false, 0, List.of()), brain.version());
  }

  static Understandings of(Brain brain, Heard heard) {
    var understanding = heard.understanding();
    var language = understanding.language();
    var emotion = understanding.emotion();
    var wish = understanding.humanWish();
    return new Understandings(
        new Turn.Understood(
            language.code(),
            understanding.candidates().stream()
                .map(candidate ->
                    new Turn.Candidate(
                        candidate.intent(),
                        title(brain, candidate.intent(), language),
                        candidate.probability()))
                .toList(),
            understanding.entities().stream()
                .map(entity -> new Turn.Entity(entity.kind().label(), entity.value()))
                .toList(),
            wish.wanted(),
            emotion.strength() == 0 ? 0 : -emotion.strength(), // -0.0 would be read as a mood
            wish.wanted() ? wish.words() : emotion.words()),
        brain.version());
  }

  Turn turn(Step step, long upTo, long millis) {
    return new Turn(
        step.decision().label(),
        intent(step.decision()),
        understood,
        step.dialogue(),
        catalogue,
        upTo,
        millis);
  }

  private static @Nullable String intent(Decision decision) {
    return switch (decision) {
      case Decision.Answer(var intent, _) -> intent;
      case Decision.Ask(var intent, _, _) -> intent;
      case Decision.Act(var intent, _, _) -> intent;
      case Decision.Invite(_, var meanwhile) -> intent(meanwhile);
      case Decision.Clarify _,
          Decision.HandOff _,
          Decision.Withdraw _,
          Decision.NoteAddress _,
          Decision.Thank _,
          Decision.NoteFact _,
          Decision.ConfirmFacts _,
          Decision.AskCorrection _,
          Decision.TellStanding _,
          Decision.Receive _,
          Decision.Silence _ ->
          null;
    };
  }

  private static String title(Brain brain, String intent, Language language) {
    return brain.catalogue().has(intent)
        ? brain.catalogue().intent(intent).title(language)
        : intent;
  }
}
