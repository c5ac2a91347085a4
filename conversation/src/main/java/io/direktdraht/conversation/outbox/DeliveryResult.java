package io.direktdraht.conversation.outbox;

import java.time.Instant;

/// What a platform said to a message, by what follows from it.
public sealed interface DeliveryResult {
  /// It is theirs now. `externalId` is the platform's id, or empty where it gives none.
  record Accepted(String externalId) implements DeliveryResult {}

  /// Surely not accepted; may be repeated from `at`.
  record Retry(Instant at, String reason) implements DeliveryResult {}

  /// It may have arrived: the connection broke after the request was written.
  record Ambiguous(String reason) implements DeliveryResult {}

  /// The platform's time window for answers is over.
  record WindowClosed(String reason) implements DeliveryResult {}

  /// Blocked, gone, opted out: repeating cannot help.
  record Unreachable(String reason) implements DeliveryResult {}

  /// Our credentials are dead: the line pauses, its queue stays.
  record Unauthorized(String reason) implements DeliveryResult {}

  /// The platform refuses what we sent: a defect of ours.
  record Invalid(String reason) implements DeliveryResult {}
}
