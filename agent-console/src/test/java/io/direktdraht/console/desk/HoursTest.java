package io.direktdraht.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:59:59, 2026-11-23T13:00", // before it opens
    "2026-11-23T09:00, 2026-11-23T13:00",
    "2026-11-23T13:00, 2026-11-23T17:00", // due at closing time
    "2026-11-23T13:01, 2026-11-24T09:01",
    "2026-11-23T16:59:59, 2026-11-24T12:59:59",
    "2026-11-23T17:00, 2026-11-24T13:00",
    "2026-11-27T17:00, 2026-11-30T13:00", // over a weekend
    "2026-11-29T00:00, 2026-11-30T13:00",
    "2026-12-31T15:00, 2027-01-01T11:00"
  })
  void countsOpeningTimeOnly(String now, String due) {
    var hours = new Hours(WORKDAYS, NINE, FIVE, BERLIN, Duration.ofHours(4));
    assertThat(hours.due(berlin(now))).isEqualTo(berlin(due));
  }

  @Test
  void aLongPromiseTakesSeveralDays() {
    var hours = new Hours(WORKDAYS, NINE, FIVE, BERLIN, Duration.ofHours(20));
    assertThat(hours.due(berlin("2026-11-26T09:00"))).isEqualTo(berlin("2026-11-30T13:00"));
  }

  @Test
  void theClockChangeOverTheWeekendChangesNoOpeningTime() {
    var hours = new Hours(WORKDAYS, NINE, FIVE, BERLIN, Duration.ofHours(4));
    assertThat(hours.due(berlin("2026-03-27T16:00")))
        .isEqualTo(Instant.parse("2026-03-30T10:00:00Z"));
    assertThat(hours.due(berlin("2026-10-23T16:00")))
        .isEqualTo(Instant.parse("2026-10-26T11:00:00Z"));
  }

  @Test
  void aDayIsAsLongAsItIsWhenTheClockChanges() {
    var sundays =
        new Hours(
            Set.of(DayOfWeek.SUNDAY),
            LocalTime.of(1, 0),
            LocalTime.of(5, 0),
            BERLIN,
            Duration.ofHours(4));
    assertThat(sundays.due(berlin("2026-03-28T12:00"))) // 3 hours on that day, 1 on the next Sunday
        .isEqualTo(berlin("2026-04-05T02:00"));
    assertThat(sundays.due(berlin("2026-10-24T12:00"))) // 5 hours on that day
        .isEqualTo(berlin("2026-10-25T04:00"));
  }

  @Test
  void refusesHoursThatNeverOpen() {
    var hour = Duration.ofHours(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hours(Set.of(), NINE, FIVE, BERLIN, hour));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hours(WORKDAYS, FIVE, NINE, BERLIN, hour));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hours(WORKDAYS, NINE, NINE, BERLIN, hour));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hours(WORKDAYS, NINE, FIVE, BERLIN, Duration.ZERO));
  }

  private static Instant berlin(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), BERLIN).toInstant();
  }
}
