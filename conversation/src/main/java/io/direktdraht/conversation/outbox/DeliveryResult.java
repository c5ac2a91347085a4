package io.direktdraht.conversation.outbox;

import java.time.Instant;

/// What a platform said to a message, by what follows from it.
public sealed interface DeliveryResult {
  /// It is theirs now. `externalId` is the platform's id, or empty where it gives none.
  record Accepted(String externalId) implements DeliveryResult {}

  /// Surely not accepted; may be repeated from `at`.
  record Retry(Instant at, String reason) implements DeliveryResult {}

  /// Surely not accepted, and nothing else from this line will be until then.
  record Slowed(Instant until, String reason) implements DeliveryResult {}

  /// The platform has the first `parts` parts of the message; `rest` is what became of the next.
  record Partly(int parts, DeliveryResult rest) implements DeliveryResult {}

  /// It may have arrived: the connection broke after the request was written.
  record Ambiguous(String reason) implements DeliveryResult {}

  /// The platform's time window for answers is over.
  record WindowClosed(String reason) implements DeliveryResult {}

  /// They told the platform that they want nothing more from this line.
  record OptedOut(String reason) implements DeliveryResult {}

  /// Blocked, gone: repeating cannot help.
  record Unreachable(String reason) implements DeliveryResult {}

  /// Our credentials are dead: the line pauses, its queue stays.
  record Unauthorized(String reason) implements DeliveryResult {}

  /// The platform refuses what we sent: a defect of ours.
  record Invalid(String reason) implements DeliveryResult {}

  /// How the log names what did not arrive. `gaveUp`: it could have been repeated, and was or is no
  /// longer.
  record Failure(String kind, String reason) {}

  /// Whether sending it again could show it, or a part of it, twice.
  default boolean mayHaveArrived() {
    return switch (this) {
      case Accepted _, Partly _, Ambiguous _ -> true;
      case Retry _,
          Slowed _,
          WindowClosed _,
          OptedOut _,
          Unreachable _,
          Unauthorized _,
          Invalid _ ->
          false;
    };
  }

  /// Throws {@link IllegalStateException} when the platform has the message.
  default Failure failure() {
    return switch (this) {
      case Accepted _ -> throw new IllegalStateException("accepted: " + this);
      case Retry(_, var reason) -> new Failure("gaveUp", reason);
      case Slowed(_, var reason) -> new Failure("gaveUp", reason);
      case Partly(_, var rest) -> rest.failure();
      case Ambiguous(var reason) -> new Failure("ambiguous", reason);
      case WindowClosed(var reason) -> new Failure("windowClosed", reason);
      case OptedOut(var reason) -> new Failure("unreachable", reason);
      case Unreachable(var reason) -> new Failure("unreachable", reason);
      case Unauthorized(var reason) -> new Failure("unauthorized", reason);
      case Invalid(var reason) -> new Failure("invalid", reason);
    };
  }
}
