package io.direktdraht.server;

import io.direktdraht.console.desk.DeskRules;
import io.direktdraht.console.desk.hours.Holidays;
import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.desk.hours.PublicHolidays;
import io.direktdraht.console.desk.route.Seat;
import io.direktdraht.console.view.Teams;
import io.direktdraht.conversation.AgentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The desk's rules as the settings say them.
final class DeskReading {
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
            desk.settling());
    var others =
        new Seat.Profile(Set.of(), Map.of(), new HashSet<>(desk.languages()), desk.capacity());
    var named = new HashMap<AgentId, Seat.Profile>();
    people(desk).forEach((name, person) -> named.put(new AgentId(name), profile(person, others)));
    return new DeskRules(
        opening(hours),
        times,
        desk.callbacks(),
        new DeskRules.People(named, others),
        Objects.requireNonNullElse(desk.weights(), Map.of()));
  }

  /// Who is named in which teams.
  static Teams teams(DirektdrahtSettings.Desk desk) {
    var named = new HashMap<AgentId, Set<String>>();
    people(desk)
        .forEach((name, person) ->
            named.put(
                new AgentId(name),
                new HashSet<>(Objects.requireNonNullElse(person.teams(), List.of()))));
    return new Teams(named);
  }

  private static Map<String, DirektdrahtSettings.Person> people(DirektdrahtSettings.Desk desk) {
    return Objects.requireNonNullElse(desk.people(), Map.of());
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
