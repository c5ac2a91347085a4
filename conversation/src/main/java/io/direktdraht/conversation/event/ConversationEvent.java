package io.direktdraht.conversation.event;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.PromiseKind;
import io.direktdraht.conversation.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What happened. Add a record here and every switch that must know stops compiling.
public sealed interface ConversationEvent {
  Instant at();

  /// The files that a message brings; other events bring none.
  default List<Attachment> attachments() {
    return switch (this) {
      case MessageReceived(var message, _) -> message.content().attachments();
      case MessageSent(var message, _) -> message.content().attachments();
      default -> List.of();
    };
  }

  record MessageReceived(Message message, Instant at) implements ConversationEvent {}

  /// The contact changed the words of a message. It says `text` in its place now; before, it said
  /// `before`.
  record MessageEdited(long message, String before, String text, Instant at)
      implements ConversationEvent {}

  /// The contact took a message back. Its words and files are gone from the log.
  record MessageWithdrawn(long message, Instant at) implements ConversationEvent {}

  record TurnDecided(Turn turn, Instant at) implements ConversationEvent {}

  record MessageSent(Message message, Instant at) implements ConversationEvent {}

  /// A message of the log that did not reach the contact. `failure` is the class of DeliveryResult.
  record SendFailed(long message, String failure, String reason, Instant at)
      implements ConversationEvent {}

  /// A message that was shown as failed has arrived after all: its platform said so later.
  record SendConfirmed(long message, Instant at) implements ConversationEvent {}

  /// An agent's messages from one place to another were not read: they go by this line too.
  record Forwarded(long from, long upTo, Line.Id line, Instant at) implements ConversationEvent {}

  /// The contact blocked us on a line, or took that back.
  record ReachChanged(Line.Id line, boolean reachable, Instant at) implements ConversationEvent {}

  /// From now on somebody answers the contact in the inbox of the line's platform, or no longer
  /// does. `by` is the agent who took the contact back, null when the platform told it.
  record HandledElsewhere(Line.Id line, boolean elsewhere, @Nullable AgentId by, Instant at)
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

  /// The agent no longer has it, and the contact waits again, with the original time. `team` is the
  /// one it goes to, null for the same.
  record Requeued(
      AgentId from, Cause cause, @Nullable String team, @Nullable String note, Instant at)
      implements ConversationEvent {
    /// Gone without a word; silent for too long; put back by the agent.
    public enum Cause {
      ABSENT,
      SILENT,
      PUT_BACK
    }

    /// Why it waits if nobody let go of it before.
    public Escalation why() {
      return new Escalation(Escalation.Reason.HUMAN_WISH, "requeued", List.of());
    }
  }

  record PromiseMade(PromiseId promise, Instant due, PromiseKind kind, Instant at)
      implements ConversationEvent {
    public PromiseMade {
      kind = Objects.requireNonNullElse(kind, PromiseKind.ANSWER); // stored before there were kinds
    }

    public PromiseMade(PromiseId promise, Instant due, Instant at) {
      this(promise, due, PromiseKind.ANSWER, at);
    }
  }

  /// The due time passed without an answer.
  record PromiseBroken(PromiseId promise, Instant at) implements ConversationEvent {}

  /// An agent's opinion of a hand-off: what rules are tuned by.
  record HandoffJudged(AgentId agent, Verdict verdict, Instant at) implements ConversationEvent {
    public enum Verdict {
      TOO_LATE,
      NOT_NEEDED,
      WRONG_TEAM
    }
  }

  record PromiseKept(PromiseId promise, Instant at) implements ConversationEvent {}

  record DetailGiven(Contact.Detail detail, String value, Instant at)
      implements ConversationEvent {}

  /// The contact gave a fact that the bot had noted otherwise, or not at all (`before` is null). A
  /// fact is a slot of the dialogue, e.g. "order_number".
  record FactGiven(String fact, @Nullable String before, String value, Instant at)
      implements ConversationEvent {}

  /// The contact says that these facts were noted right.
  record FactsConfirmed(Map<String, String> facts, Instant at) implements ConversationEvent {
    public FactsConfirmed {
      facts = Map.copyOf(facts);
    }
  }

  /// The contact asks how long it still takes; the desk answers.
  record StandingAsked(Instant at) implements ConversationEvent {}

  /// An address on this line was proven to be the contact's. `by` is the agent who decided it;
  /// `merged` the conversation that ended because it was theirs too. Both may be null.
  record ContactJoined(
      JoinId join,
      Line.Id line,
      Proof proof,
      @Nullable AgentId by,
      @Nullable ConversationId merged,
      Instant at)
      implements ConversationEvent {}

  /// A join was taken back: what it had brought is another customer's again.
  record ContactParted(JoinId join, Instant at) implements ConversationEvent {}

  /// `by` is null when no agent ended it.
  record Resolved(Outcome outcome, @Nullable AgentId by, Instant at) implements ConversationEvent {}

  record Reopened(Instant at) implements ConversationEvent {}
}
