package io.direktdraht.console.desk;

import io.direktdraht.console.desk.goal.Goals;
import io.direktdraht.console.desk.hours.Holidays;
import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.desk.route.Seat;
import io.direktdraht.conversation.AgentId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rules of desks for tests.
public final class Desks {
  /// Nine to five on workdays.
  public static final OpeningHours OFFICE = hours("MONDAY-FRIDAY 09:00-17:00");

  private static final Goals GOALS =
      new Goals(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofHours(8), 0.8);

  private static final DeskRules.People ANYBODY =
      new DeskRules.People(Map.of(), new Seat.Profile(Set.of(), Map.of(), Set.of("de", "en"), 6));

  public static final DeskRules OFFICE_RULES =
      rules(
          teams(OFFICE, false),
          Duration.ofHours(4),
          Duration.ofSeconds(30),
          new DeskRules.People(
              Map.of(
                  new AgentId("ana"), member(6, "service"),
                  new AgentId("ben"), member(6, "service", "returns")),
              ANYBODY.others()));
  public static final DeskRules DAILY_RULES =
      rules(
          teams(hours("MONDAY-SUNDAY 08:00-18:00"), false),
          Duration.ofHours(2),
          Duration.ofNanos(1),
          ANYBODY);

  /// Closed at noon and at Christmas; ana works for returns and bob for billing, each for one
  /// contact at a time.
  static final DeskRules LUNCH_RULES =
      rules(
          teams(hours("MONDAY-FRIDAY 09:00-12:00 13:00-17:00", "2026-12-25"), false),
          Duration.ofHours(2),
          Duration.ofSeconds(30),
          new DeskRules.People(
              Map.of(
                  new AgentId("ana"),
                  member(2, "returns"),
                  new AgentId("bob"),
                  member(2, "billing")),
              member(2, "service")));

  /// Who is called for returns is taken and not offered.
  static final DeskRules PULL_RULES =
      rules(teams(OFFICE, true), Duration.ofHours(2), Duration.ofSeconds(30), ANYBODY);

  private Desks() {}

  private static Seat.Profile member(int capacity, String... teams) {
    return new Seat.Profile(Set.of(teams), Map.of(), Set.of("de", "en"), capacity);
  }

  private static OpeningHours hours(String week, String... exceptions) {
    return new OpeningHours(
        ZoneId.of("Europe/Berlin"), List.of(week), List.of(exceptions), Holidays.NONE);
  }

  private static DeskRules.Teams teams(OpeningHours hours, boolean returnsPull) {
    return new DeskRules.Teams(
        Map.of("returns", new DeskRules.Team(hours, GOALS, returnsPull)),
        new DeskRules.Team(hours, GOALS, false));
  }

  private static DeskRules rules(
      DeskRules.Teams teams, Duration within, Duration settling, DeskRules.People people) {
    return new DeskRules(
        teams,
        new DeskRules.Times(
            within,
            Duration.ofSeconds(45),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(4),
            Duration.ofMinutes(30),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            settling),
        2,
        people,
        Map.of("web", 2));
  }
}
