package io.direktdraht.console.desk.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.console.desk.Desks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class GoalsTest {
  private static final Goals GOALS =
      new Goals(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofHours(8), 0.8);

  @Test
  void warnsBeforeItIsTooLate() {
    var goal = GOALS.of(Goal.Kind.FIRST_ANSWER, berlin("2026-11-23T10:00"), Desks.OFFICE);
    assertThat(goal.warn()).isEqualTo(berlin("2026-11-23T10:08"));
    assertThat(goal.at(berlin("2026-11-23T10:07"))).isEqualTo(Goal.State.ON_TIME);
    assertThat(goal.at(goal.warn())).isEqualTo(Goal.State.AT_RISK);
    assertThat(goal.at(goal.due().minusMillis(1))).isEqualTo(Goal.State.AT_RISK);
    assertThat(goal.at(goal.due())).isEqualTo(Goal.State.MISSED);
  }

  @Test
  void pausesOutsideOpeningTime() {
    var evening = berlin("2026-11-23T16:55"); // the office closes at five
    assertThat(GOALS.of(Goal.Kind.FIRST_ANSWER, evening, Desks.OFFICE).due())
        .isEqualTo(berlin("2026-11-24T09:05"));
    assertThat(GOALS.of(Goal.Kind.NEXT_ANSWER, evening, Desks.OFFICE).due())
        .isEqualTo(berlin("2026-11-23T17:00"));
    assertThat(GOALS.of(Goal.Kind.RESOLVE, berlin("2026-11-27T16:00"), Desks.OFFICE).due())
        .isEqualTo(berlin("2026-11-30T16:00"));
  }

  @Test
  void aPromiseRaisesAnAlarmHalfAnHourBeforeItBreaks() {
    var since = berlin("2026-11-23T10:00");
    assertThat(Goal.promise(since, since.plusSeconds(7200)).warn())
        .isEqualTo(berlin("2026-11-23T11:30"));
    assertThat(Goal.promise(since, since.plusSeconds(600)).warn()).isEqualTo(since);
  }

  @Test
  void refusesWhatIsNoGoal() {
    var minute = Duration.ofMinutes(1);
    assertThatThrownBy(() -> new Goals(Duration.ZERO, minute, minute, 0.8))
        .hasMessageContaining("desk.goals.first-answer");
    assertThatThrownBy(() -> new Goals(minute, minute, minute, 1.1))
        .hasMessageContaining("desk.goals.warn-at");
    assertThatThrownBy(() -> new Goals(minute, minute, minute, Double.NaN))
        .hasMessageContaining("desk.goals.warn-at");
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(Desks.OFFICE.zone()).toInstant();
  }
}
