package io.direktdraht.conversation.log;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Events for one conversation, all or none. `key` is (source, id): an append with a key that was
/// used before changes nothing and says where the first one went.
public record Append(
    ConversationId conversation,
    Condition condition,
    List<ConversationEvent> events,
    @Nullable Key key) {

  public Append {
    events = List.copyOf(events);
    if (events.isEmpty()) throw new IllegalArgumentException("an append needs at least one event");
  }

  public Append(ConversationId conversation, Condition condition, List<ConversationEvent> events) {
    this(conversation, condition, events, null);
  }

  /// What makes a repeated append recognisable, e.g. ("agent:ana", "<client id>").
  public record Key(String source, String id) {}

  /// What must still hold when the events are written; checked in the same transaction.
  public sealed interface Condition {
    /// Notes and receipts: nobody's turn to speak.
    record Always() implements Condition {}

    /// The speaker has not changed since.
    record SameEpoch(long epoch) implements Condition {}

    /// The agent owns the conversation, since the same epoch.
    record Owner(AgentId agent, long epoch) implements Condition {}

    /// The work is still owed and the speaker has not changed; it is settled up to this place.
    record Speaking(Owed.Kind kind, long upTo, long epoch) implements Condition {}

    /// The work is still owed, whoever speaks; it is settled up to this place.
    record Settling(Owed.Kind kind, long upTo) implements Condition {}
  }

  /// The work that this append settles, if any.
  public Optional<Change.Settled> settles() {
    return switch (condition) {
      case Condition.Speaking(var kind, long upTo, _) ->
          Optional.of(new Change.Settled(kind, upTo));
      case Condition.Settling(var kind, long upTo) -> Optional.of(new Change.Settled(kind, upTo));
      case Condition.Always(), Condition.SameEpoch(_), Condition.Owner(_, _) -> Optional.empty();
    };
  }

  /// Why the append must not happen, if so. `owed` says whether any such work is owed up to the
  /// place.
  public Optional<Appended.Refusal> refusal(Conversation now, boolean owed) {
    return Optional.ofNullable(
        switch (condition) {
          case Condition.Always() -> null;
          case Condition.SameEpoch(long epoch) ->
              now.epoch() != epoch
                  ? Appended.Refusal.SPEAKER_CHANGED
                  : promises() && !waits(now) ? Appended.Refusal.NOT_OWED : null;
          case Condition.Owner(var agent, long epoch) ->
              !now.stage().owner().equals(Optional.of(agent))
                  ? Appended.Refusal.NOT_OWNER
                  : now.epoch() == epoch ? null : Appended.Refusal.SPEAKER_CHANGED;
          case Condition.Speaking(_, _, long epoch) ->
              now.epoch() != epoch
                  ? Appended.Refusal.SPEAKER_CHANGED
                  : owed ? null : Appended.Refusal.NOT_OWED;
          case Condition.Settling(_, _) -> owed ? null : Appended.Refusal.NOT_OWED;
        });
  }

  /// Whoever left the queue goes on with the same speaker, so the epoch cannot tell; but a promise
  /// to somebody who does not wait would be one that nobody keeps.
  private boolean promises() {
    return events.stream().anyMatch(ConversationEvent.PromiseMade.class::isInstance);
  }

  private boolean waits(Conversation now) {
    return now.stage().waitsForPerson()
        || events.stream().anyMatch(ConversationEvent.HandoffRequested.class::isInstance);
  }
}
