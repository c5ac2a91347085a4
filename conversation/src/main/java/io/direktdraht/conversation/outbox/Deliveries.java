package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The outbox's queue: deliveries that are owed, one at a time per conversation and line, lowest
/// place first. `attempt` is the fence: who holds an older attempt can no longer change anything.
public interface Deliveries {
  /// Takes deliveries that are due and that nobody is sending, until `until`.
  List<Delivery> lease(Line.Id line, Instant now, Instant until, int limit);

  /// The platform accepted it. False when the lease was lost.
  boolean sent(Delivery delivery, String externalId, Instant at);

  /// Not before `at`, and not the parts that the platform has. False when the lease was lost.
  boolean postpone(Delivery delivery, Instant at);

  /// How many are still owed on this line.
  int owed(Line.Id line);

  /// What the platform gave this id, which it names in what it tells.
  Optional<Place> named(Line.Id line, String externalId);

  /// The last that the line's platform accepted in this conversation, until then.
  Optional<Place> latest(ConversationId conversation, Line.Id line, Instant until);

  /// A message in the log.
  record Place(ConversationId conversation, long seq) {}

  /// `interrupted` says that an earlier attempt began and was never finished: it may have been
  /// sent. `parts` is how many of its parts the platform has accepted in earlier attempts.
  record Delivery(
      ConversationId conversation,
      long seq,
      Line.Id line,
      int attempt,
      boolean interrupted,
      int parts) {
    public Delivery having(int accepted) {
      return new Delivery(conversation, seq, line, attempt, interrupted, accepted);
    }
  }
}
