package io.direktdraht.conversation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who owes the contact the next answer.
public sealed interface Stage {
  record WithBot() implements Stage {}

  record Waiting(Escalation why, Instant since) implements Stage {}

  /// Nobody was there: a person answers until `due`. `since` is when the contact began to wait.
  record Promised(PromiseId promise, Instant due, Escalation why, Instant since) implements Stage {}

  /// `promise` is one that is still to be kept, or null.
  record WithAgent(AgentId agent, String name, @Nullable PromiseId promise) implements Stage {}

  record Resolved(Outcome outcome) implements Stage {}

  /// The kinds of stage, as stored and shown.
  enum Kind {
    WITH_BOT,
    WAITING,
    PROMISED,
    WITH_AGENT,
    RESOLVED
  }

  default Kind kind() {
    return switch (this) {
      case WithBot() -> Kind.WITH_BOT;
      case Waiting(_, _) -> Kind.WAITING;
      case Promised(_, _, _, _) -> Kind.PROMISED;
      case WithAgent(_, _, _) -> Kind.WITH_AGENT;
      case Resolved(_) -> Kind.RESOLVED;
    };
  }

  /// The bot may speak, alone or while the contact waits.
  default boolean botMaySpeak() {
    return switch (this) {
      case WithBot(), Waiting(_, _), Promised(_, _, _, _) -> true;
      case WithAgent(_, _, _), Resolved(_) -> false;
    };
  }

  default boolean waitsForPerson() {
    return switch (this) {
      case Waiting(_, _), Promised(_, _, _, _) -> true;
      case WithBot(), WithAgent(_, _, _), Resolved(_) -> false;
    };
  }

  /// The promise that is still to be kept.
  default Optional<PromiseId> openPromise() {
    return switch (this) {
      case Promised(var promise, _, _, _) -> Optional.of(promise);
      case WithAgent(_, _, var promise) -> Optional.ofNullable(promise);
      case WithBot(), Waiting(_, _), Resolved(_) -> Optional.empty();
    };
  }

  default Optional<AgentId> owner() {
    return this instanceof WithAgent(var agent, _, _) ? Optional.of(agent) : Optional.empty();
  }
}
