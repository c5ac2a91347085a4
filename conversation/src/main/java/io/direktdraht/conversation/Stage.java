package io.direktdraht.conversation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who owes the contact the next answer.
public sealed interface Stage {
  record WithBot() implements Stage {}

  record Waiting(Escalation why, Instant since) implements Stage {}

  /// Nobody was there: a person answers until `due`. `since` is when the contact began to wait.
  record Promised(PromiseId promise, Instant due, Escalation why, Instant since, PromiseKind what)
      implements Stage {
    public Promised {
      what = Objects.requireNonNullElse(what, PromiseKind.ANSWER); // stored before there were kinds
    }

    public Promised(PromiseId promise, Instant due, Escalation why, Instant since) {
      this(promise, due, why, since, PromiseKind.ANSWER);
    }
  }

  /// `promised` is what is still to be kept, or null. `before` is the wait that brought the contact
  /// here, null when nobody let go: whoever must wait again does not begin anew.
  record WithAgent(
      AgentId agent, String name, @Nullable Promised promised, @Nullable Waiting before)
      implements Stage {
    public WithAgent(AgentId agent, String name) {
      this(agent, name, null, null);
    }
  }

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
      case Promised _ -> Kind.PROMISED;
      case WithAgent _ -> Kind.WITH_AGENT;
      case Resolved(_) -> Kind.RESOLVED;
    };
  }

  /// The bot may speak, alone or while the contact waits.
  default boolean botMaySpeak() {
    return switch (this) {
      case WithBot(), Waiting _, Promised _ -> true;
      case WithAgent _, Resolved _ -> false;
    };
  }

  default boolean waitsForPerson() {
    return switch (this) {
      case Waiting _, Promised _ -> true;
      case WithBot(), WithAgent _, Resolved _ -> false;
    };
  }

  /// The promise that is still to be kept.
  default Optional<Promised> openPromise() {
    return switch (this) {
      case Promised promised -> Optional.of(promised);
      case WithAgent with -> Optional.ofNullable(with.promised());
      case WithBot(), Waiting(_, _), Resolved(_) -> Optional.empty();
    };
  }

  /// The wait that led here, and would go on if nobody were there any more.
  default Optional<Waiting> waited() {
    return switch (this) {
      case Waiting waiting -> Optional.of(waiting);
      case Promised promised -> Optional.of(new Waiting(promised.why(), promised.since()));
      case WithAgent with -> Optional.ofNullable(with.before());
      case WithBot(), Resolved _ -> Optional.empty();
    };
  }

  default Optional<AgentId> owner() {
    return this instanceof WithAgent with ? Optional.of(with.agent()) : Optional.empty();
  }
}
