package io.direktdraht.console.desk.goal;

import java.time.Duration;
import java.time.Instant;

/// What shall have happened by a moment: it is at risk from `warn`, missed from `due`.
public record Goal(Kind kind, Instant since, Instant warn, Instant due) {
  /// A promise is at risk this long before it is due, or later if it was made for sooner.
  private static final Duration ALARM = Duration.ofMinutes(30);

  public enum Kind {
    /// The first words of a person after the hand-off.
    FIRST_ANSWER,
    /// An answer to what the contact wrote to a person.
    NEXT_ANSWER,
    /// The end of what the bot let go of.
    RESOLVE,
    /// What was promised to the contact.
    PROMISE
  }

  public enum State {
    ON_TIME,
    AT_RISK,
    MISSED
  }

  /// A promise to somebody who waits since that moment.
  public static Goal promise(Instant since, Instant due) {
    var alarm = due.minus(ALARM);
    return new Goal(Kind.PROMISE, since, alarm.isAfter(since) ? alarm : since, due);
  }

  public State at(Instant now) {
    if (!now.isBefore(due)) return State.MISSED;
    return now.isBefore(warn) ? State.ON_TIME : State.AT_RISK;
  }
}
