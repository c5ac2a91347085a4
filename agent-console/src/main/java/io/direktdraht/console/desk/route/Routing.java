package io.direktdraht.console.desk.route;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is asked to take whom. The first in the queue whom somebody free can help is offered first;
/// who needs somebody else holds nobody up. Pure.
///
/// `widenAfter` is how long a contact waits for the right skill or language, and again as long for
/// the right team, before anybody will do: a person who cannot do everything is better than none.
public record Routing(Duration widenAfter) {
  public Routing {
    if (!widenAfter.isPositive())
      throw new IllegalArgumentException("widen-after must be longer than 0, was " + widenAfter);
  }

  /// A conversation that shall be offered to an agent.
  public record Match(ConversationId conversation, AgentId agent) {}

  /// `callers` in {@link Caller#ORDER}, those without an open offer. One offer at a time for each
  /// agent.
  public List<Match> matches(List<Caller> callers, Collection<Seat> seats, Instant now) {
    Map<AgentId, Seat> free = new LinkedHashMap<>();
    for (var seat : seats) if (seat.available() && !seat.offered()) free.put(seat.agent(), seat);
    var matches = new ArrayList<Match>();
    for (var caller : callers) {
      if (free.isEmpty()) break;
      if (caller.offered().isAfter(now)) continue;
      best(caller, free.values(), now)
          .ifPresent(seat -> {
            matches.add(new Match(caller.conversation(), seat.agent()));
            free.remove(seat.agent());
          });
    }
    return matches;
  }

  /// Whether anybody who is there, free or not, could help this contact now.
  public boolean reachable(Caller caller, Collection<Seat> seats, Instant now) {
    return seats.stream().anyMatch(seat -> seat.available() && suits(seat.profile(), caller, now));
  }

  private Optional<Seat> best(Caller caller, Collection<Seat> seats, Instant now) {
    return seats.stream()
        .filter(seat -> seat.takes(caller) && suits(seat.profile(), caller, now))
        .min(
            Comparator.<Seat, Boolean>comparing(seat -> !seat.agent().equals(caller.known()))
                .thenComparing(seat -> !speaks(seat.profile(), caller))
                .thenComparingInt(seat -> -level(seat.profile(), caller))
                .thenComparingDouble(Seat::fullness)
                .thenComparing(Seat::idle)
                .thenComparing(seat -> seat.agent().value()));
  }

  private boolean suits(Seat.Profile profile, Caller caller, Instant now) {
    var waited = Duration.between(caller.since(), now);
    boolean anySkill = waited.compareTo(widenAfter) >= 0;
    boolean anyTeam = waited.compareTo(widenAfter.multipliedBy(2)) >= 0;
    var team = caller.needs().team();
    return (anyTeam || profile.serves(team))
        && (anySkill || caller.needs().skill() == null || level(profile, caller) > 0)
        && (anySkill || speaks(profile, caller));
  }

  private static boolean speaks(Seat.Profile profile, Caller caller) {
    return caller.language() == null || profile.languages().contains(caller.language());
  }

  private static int level(Seat.Profile profile, Caller caller) {
    var skill = caller.needs().skill();
    return skill == null ? 0 : profile.skills().getOrDefault(skill, 0);
  }
}
