package io.direktdraht.console.desk.goal;

import io.direktdraht.console.desk.hours.OpeningHours;
import java.time.Duration;
import java.time.Instant;

/// How soon a team answers the first time, answers again, and is done; counted in opening time.
/// When the share `warnAt` of that time has passed, it is warned.
public record Goals(Duration firstAnswer, Duration nextAnswer, Duration resolve, double warnAt) {
  public Goals {
    positive("first-answer", firstAnswer);
    positive("next-answer", nextAnswer);
    positive("resolve", resolve);
    if (!(warnAt > 0 && warnAt <= 1))
      throw new IllegalArgumentException(
          "desk.goals.warn-at must be above 0 and at most 1, was " + warnAt);
  }

  /// The goal that began to count at this moment. A desk that never opens counts as if it always
  /// were.
  public Goal of(Goal.Kind kind, Instant since, OpeningHours hours) {
    var time = time(kind);
    var warned = Duration.ofMillis((long) (time.toMillis() * warnAt));
    return new Goal(kind, since, after(since, warned, hours), after(since, time, hours));
  }

  private Duration time(Goal.Kind kind) {
    return switch (kind) {
      case FIRST_ANSWER -> firstAnswer;
      case NEXT_ANSWER -> nextAnswer;
      case RESOLVE -> resolve;
      case PROMISE -> throw new IllegalArgumentException("a promise says itself when it is due");
    };
  }

  private static Instant after(Instant since, Duration time, OpeningHours hours) {
    return hours.after(since, time).orElse(since.plus(time));
  }

  private static void positive(String name, Duration value) {
    if (!value.isPositive())
      throw new IllegalArgumentException(
          "desk.goals." + name + " must be longer than 0, was " + value);
  }
}
