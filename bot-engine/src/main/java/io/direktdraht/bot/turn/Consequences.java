package io.direktdraht.bot.turn;

import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Step;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a turn leaves in the log besides its words.
final class Consequences {
  private Consequences() {}

  static Optional<ConversationEvent> event(
      Conversation conversation, Decision decision, Instant now) {
    return switch (decision) {
      case Decision.HandOff(var why, _) ->
          Optional.of(new ConversationEvent.HandoffRequested(why, now));
      case Decision.Withdraw() ->
          conversation.stage().waitsForPerson()
              ? Optional.of(new ConversationEvent.HandoffWithdrawn(now))
              : Optional.empty();
      case Decision.NoteAddress(var detail, var value) ->
          Optional.of(new ConversationEvent.DetailGiven(detail, value, now));
      case Decision.ConfirmFacts(var facts) ->
          Optional.of(new ConversationEvent.FactsConfirmed(facts, now));
      case Decision.TellStanding() -> Optional.of(new ConversationEvent.StandingAsked(now));
      case Decision.Answer _,
          Decision.Ask _,
          Decision.Act _,
          Decision.Clarify _,
          Decision.Invite _,
          Decision.NoteFact _,
          Decision.AskCorrection _,
          Decision.Receive _,
          Decision.Thank _,
          Decision.Silence _ ->
          Optional.empty();
    };
  }

  /// Facts that are others than before the turn.
  static List<ConversationEvent> facts(Listening listening, Step step, Instant now) {
    var memory = listening.memory();
    var before = memory == null ? Map.<String, String>of() : memory.slots();
    return new TreeMap<>(step.dialogue().slots())
        .entrySet().stream()
            .filter(slot -> !slot.getValue().equals(before.get(slot.getKey())))
            .<ConversationEvent>map(slot ->
                new ConversationEvent.FactGiven(
                    slot.getKey(), before.get(slot.getKey()), slot.getValue(), now))
            .toList();
  }
}
