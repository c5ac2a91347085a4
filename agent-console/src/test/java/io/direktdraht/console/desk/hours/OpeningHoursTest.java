package io.direktdraht.console.desk.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> WEEK =
      List.of("MONDAY-FRIDAY 08:00-12:00 13:00-18:00", "SATURDAY 10:00-14:00");
  private final OpeningHours hours =
      new OpeningHours(
          BERLIN,
          WEEK,
          List.of("2026-12-24 09:00-12:00", "2026-11-30"),
          new PublicHolidays("DE-BY"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:59:59, false",
    "2026-11-23T08:00, true",
    "2026-11-23T11:59:59, true",
    "2026-11-23T12:00, false", // lunch
    "2026-11-23T13:00, true",
    "2026-11-23T18:00, false",
    "2026-11-28T13:59, true", // Saturday
    "2026-11-29T11:00, false", // Sunday
    "2026-11-30T11:00, false", // an exception
    "2026-12-24T11:59, true", // a shorter day
    "2026-12-24T12:30, false",
    "2026-12-25T10:00, false", // a public holiday
    "2027-01-06T10:00, false" // one of Bavaria
  })
  void knowsWhetherItIsOpen(LocalDateTime time, boolean open) {
    assertThat(hours.openAt(at(time))).isEqualTo(open);
  }

  @Test
  void opensNextAfterLunchNightWeekendAndHolidays() {
    assertThat(hours.opening(at("2026-11-23T12:10"))).contains(at("2026-11-23T13:00"));
    assertThat(hours.opening(at("2026-11-23T19:00"))).contains(at("2026-11-24T08:00"));
    assertThat(hours.opening(at("2026-11-28T15:00"))).contains(at("2026-12-01T08:00"));
    assertThat(hours.opening(at("2026-12-24T12:00"))).contains(at("2026-12-28T08:00"));
    assertThat(hours.opening(at("2026-11-23T09:00"))).contains(at("2026-11-23T09:00"));
  }

  @Test
  void countsOpeningTimeAlone() {
    assertThat(hours.after(at("2026-11-23T11:00"), Duration.ofHours(2)))
        .contains(at("2026-11-23T14:00"));
    assertThat(hours.after(at("2026-11-27T17:00"), Duration.ofHours(2)))
        .contains(at("2026-11-28T11:00"));
    assertThat(hours.between(at("2026-11-23T11:00"), at("2026-11-24T09:00")))
        .isEqualTo(Duration.ofHours(7));
  }

  /// On 2026-03-29 the clocks of Berlin skip 02:00 to 03:00, on 2026-10-25 they repeat it.
  @Test
  void keepsToTheClockOnTheWallWhenItChanges() {
    var nights = new OpeningHours(BERLIN, List.of("SUNDAY 01:00-04:00"), List.of(), Holidays.NONE);
    assertThat(nights.between(at("2026-03-29T00:00"), at("2026-03-29T12:00")))
        .isEqualTo(Duration.ofHours(2));
    assertThat(nights.between(at("2026-10-25T00:00"), at("2026-10-25T12:00")))
        .isEqualTo(Duration.ofHours(4));
    var gap = new OpeningHours(BERLIN, List.of("SUNDAY 02:10-02:40"), List.of(), Holidays.NONE);
    assertThat(gap.opening(at("2026-03-29T00:00")).orElseThrow())
        .isBetween(at("2026-03-29T03:00"), at("2026-03-29T03:40"));
  }

  @Test
  void reachesOverMidnightAndRoundTheClock() {
    var late = new OpeningHours(BERLIN, List.of("FRIDAY 22:00-02:00"), List.of(), Holidays.NONE);
    assertThat(late.openAt(at("2026-11-28T01:30"))).isTrue();
    assertThat(late.openAt(at("2026-11-28T02:00"))).isFalse();
    var always =
        new OpeningHours(BERLIN, List.of("MONDAY-SUNDAY 00:00-00:00"), List.of(), Holidays.NONE);
    assertThat(always.openAt(at("2028-02-29T23:59:59"))).isTrue();
    assertThat(always.between(at("2028-02-28T12:00"), at("2028-03-01T12:00")))
        .isEqualTo(Duration.ofDays(2));
  }

  @Test
  void whoNeverOpensHasNoNextOpening() {
    var never = new OpeningHours(BERLIN, List.of(), List.of(), Holidays.NONE);
    assertThat(never.opening(Instant.EPOCH)).isEmpty();
    assertThat(never.after(Instant.EPOCH, Duration.ofMinutes(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MONTAG 08:00-12:00, MONTAG",
    "MONDAY 8-12, 8-12",
    "MONDAY 08:00-25:00, 08:00-25:00",
    "MONDAY 08:00, 08:00"
  })
  void namesTheLineThatMakesNoSense(String line, String named) {
    assertThatThrownBy(() -> new OpeningHours(BERLIN, List.of(line), List.of(), Holidays.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource({"XX", "DE-XX"})
  void knowsWhereItKnowsHolidays(String place) {
    assertThatThrownBy(() -> new PublicHolidays(place)).hasMessageContaining(place);
    assertThat(new PublicHolidays("DE").on(LocalDate.of(2026, 10, 3))).isTrue();
  }

  @Property(tries = 200, seed = "20261122")
  void afterAndBetweenAreEachOthersInverse(
      @ForAll @IntRange(max = 600_000) int minutes, @ForAll @IntRange(max = 3_000) int open) {
    var from = at("2026-01-01T00:00").plus(Duration.ofMinutes(minutes));
    var to = hours.after(from, Duration.ofMinutes(open)).orElseThrow();
    assertThat(hours.between(from, to)).isEqualTo(Duration.ofMinutes(open));
  }

  private static Instant at(String time) {
    return at(LocalDateTime.parse(time));
  }

  private static Instant at(LocalDateTime time) {
    return time.atZone(BERLIN).toInstant();
  }
}
