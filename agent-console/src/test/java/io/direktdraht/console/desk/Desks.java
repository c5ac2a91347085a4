package io.direktdraht.console.desk;

import io.direktdraht.console.desk.hours.Holidays;
import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.desk.route.Seat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rules of desks for tests.
public final class Desks {
  /// Nine to five on workdays.
  public static final OpeningHours OFFICE = hours("MONDAY-FRIDAY 09:00-17:00");

  public static final DeskRules OFFICE_RULES =
      rules(OFFICE, Duration.ofHours(4), Duration.ofSeconds(30));
  public static final DeskRules DAILY_RULES =
      rules(hours("MONDAY-SUNDAY 08:00-18:00"), Duration.ofHours(2), Duration.ofNanos(1));

  private Desks() {}

  private static OpeningHours hours(String week) {
    return new OpeningHours(ZoneId.of("Europe/Berlin"), List.of(week), List.of(), Holidays.NONE);
  }

  private static DeskRules rules(OpeningHours hours, Duration within, Duration settling) {
    return new DeskRules(
        hours,
        new DeskRules.Times(
            within,
            Duration.ofSeconds(45),
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(4),
            Duration.ofMinutes(30),
            settling),
        2,
        new DeskRules.People(Map.of(), new Seat.Profile(Set.of(), Map.of(), Set.of("de", "en"), 6)),
        Map.of("web", 2));
  }
}
