package io.direktdraht.server;

import io.direktdraht.console.desk.DeskRules;
import io.direktdraht.console.desk.goal.Goals;
import io.direktdraht.console.desk.hours.Holidays;
import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.desk.hours.PublicHolidays;
import io.direktdraht.console.desk.route.Seat;
import io.direktdraht.conversation.AgentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The desk's rules as the settings say them.
final class DeskReading {
  private static final DirektdrahtSettings.Goals NO_GOALS =
      new DirektdrahtSettings.Goals(null, null, null, null);

  private DeskReading() {}

  static DeskRules rules(DirektdrahtSettings.Hours hours, DirektdrahtSettings.Desk desk) {
    var times =
        new DeskRules.Times(
            hours.within(),
            desk.acceptWithin(),
            desk.widenAfter(),
            desk.silentAfter(),
            desk.handling(),
            desk.longestTold(),
            desk.longestWait(),
            desk.idle(),
            desk.settling());
    var others =
        new Seat.Profile(Set.of(), Map.of(), new HashSet<>(desk.languages()), desk.capacity());
    var named = new HashMap<AgentId, Seat.Profile>();
    Objects.requireNonNullElse(desk.people(), Map.<String, DirektdrahtSettings.Person>of())
        .forEach((name, person) -> named.put(new AgentId(name), profile(person, others)));
    return new DeskRules(
        teams(hours, desk),
        times,
        desk.callbacks(),
        new DeskRules.People(named, others),
        Objects.requireNonNullElse(desk.weights(), Map.of()));
  }

  private static DeskRules.Teams teams(
      DirektdrahtSettings.Hours hours, DirektdrahtSettings.Desk desk) {
    var others = new DeskRules.Team(opening(hours), goals(desk.goals(), NO_GOALS), false);
    var named = new HashMap<String, DeskRules.Team>();
    Objects.requireNonNullElse(desk.teams(), Map.<String, DirektdrahtSettings.Team>of())
        .forEach((name, team) -> named.put(name, team(team, name, hours, desk)));
    return new DeskRules.Teams(named, others);
  }

  private static DeskRules.Team team(
      DirektdrahtSettings.Team team,
      String name,
      DirektdrahtSettings.Hours hours,
      DirektdrahtSettings.Desk desk) {
    var own =
        new DirektdrahtSettings.Hours(
            Objects.requireNonNullElse(team.week(), hours.week()),
            Objects.requireNonNullElse(team.exceptions(), hours.exceptions()),
            hours.holidays(),
            hours.zone(),
            hours.within());
    var goals = Objects.requireNonNullElse(team.goals(), NO_GOALS);
    return new DeskRules.Team(opening(own), goals(goals, desk.goals()), pulls(team.mode(), name));
  }

  private static boolean pulls(@Nullable String mode, String team) {
    return switch (Objects.requireNonNullElse(mode, "push")) {
      case "push" -> false;
      case "pull" -> true;
      default ->
          throw new IllegalArgumentException(
              "desk.teams." + team + ".mode must be push or pull, was " + mode);
    };
  }

  /// What the one does not say, the other does.
  private static Goals goals(DirektdrahtSettings.Goals own, DirektdrahtSettings.Goals others) {
    return new Goals(
        said("first-answer", own.firstAnswer(), others.firstAnswer()),
        said("next-answer", own.nextAnswer(), others.nextAnswer()),
        said("resolve", own.resolve(), others.resolve()),
        said("warn-at", own.warnAt(), others.warnAt()));
  }

  private static <T> T said(String name, @Nullable T own, @Nullable T others) {
    if (own != null) return own;
    if (others != null) return others;
    throw new IllegalArgumentException("desk.goals." + name + " is missing");
  }

  private static OpeningHours opening(DirektdrahtSettings.Hours hours) {
    var holidays =
        hours.holidays().isBlank() ? Holidays.NONE : new PublicHolidays(hours.holidays());
    return new OpeningHours(hours.zone(), hours.week(), hours.exceptions(), holidays);
  }

  private static Seat.Profile profile(DirektdrahtSettings.Person person, Seat.Profile others) {
    return new Seat.Profile(
        new HashSet<>(Objects.requireNonNullElse(person.teams(), List.of())),
        Objects.requireNonNullElse(person.skills(), Map.of()),
        person.languages() == null ? others.languages() : new HashSet<>(person.languages()),
        Objects.requireNonNullElse(person.capacity(), others.capacity()));
  }
}
