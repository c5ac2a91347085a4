package io.direktdraht.conversation.event;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.PromiseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened. Add a record here and every switch that must know stops compiling.
public sealed interface ConversationEvent {
  Instant at();

  record MessageReceived(Message message, Instant at) implements ConversationEvent {}

  record TurnDecided(Turn turn, Instant at) implements ConversationEvent {}

  record MessageSent(Message message, Instant at) implements ConversationEvent {}

  /// A message of the log that did not reach the contact. `failure` is the class of DeliveryResult.
  record SendFailed(long message, String failure, String reason, Instant at)
      implements ConversationEvent {}

  record HandoffRequested(Escalation why, Instant at) implements ConversationEvent {}

  /// The contact left the queue and goes on with the bot.
  record HandoffWithdrawn(Instant at) implements ConversationEvent {}

  record AgentJoined(AgentId agent, String name, Instant at) implements ConversationEvent {}

  record NoteAdded(AgentId agent, String name, String text, String key, Instant at)
      implements ConversationEvent {}

  record Transferred(AgentId from, AgentId to, String toName, @Nullable String note, Instant at)
      implements ConversationEvent {}

  record ReturnedToBot(AgentId agent, @Nullable String note, Instant at)
      implements ConversationEvent {}

  record PromiseMade(PromiseId promise, Instant due, Instant at) implements ConversationEvent {}

  record PromiseKept(PromiseId promise, Instant at) implements ConversationEvent {}

  record DetailGiven(Contact.Detail detail, String value, Instant at)
      implements ConversationEvent {}

  /// `by` is null when no agent ended it.
  record Resolved(Outcome outcome, @Nullable AgentId by, Instant at) implements ConversationEvent {}

  record Reopened(Instant at) implements ConversationEvent {}
}
