package io.direktdraht.console.desk.route;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who waits and who has been asked. A view of the log that can be made anew at any time: an offer
/// that is forgotten is made again.
public final class Floor {
  private final Routing routing;
  private final Duration acceptWithin;
  private final Map<ConversationId, Caller> callers = new HashMap<>();
  private final TreeSet<Caller> queue = new TreeSet<>(Caller.ORDER);
  private final Map<ConversationId, Offer> offers = new LinkedHashMap<>();

  /// An agent has `acceptWithin` to take what is offered; then it goes to the next.
  public Floor(Routing routing, Duration acceptWithin) {
    if (!acceptWithin.isPositive())
      throw new IllegalArgumentException(
          "accept-within must be longer than 0, was " + acceptWithin);
    this.routing = routing;
    this.acceptWithin = acceptWithin;
  }

  /// The contact waits, perhaps with other needs than before; who passed is remembered.
  public synchronized void waits(Caller caller) {
    var before = callers.get(caller.conversation());
    put(before == null ? caller : passedBy(caller, before.passed()));
  }

  /// The contact waits no longer.
  public synchronized void gone(ConversationId id) {
    var before = callers.remove(id);
    if (before != null) queue.remove(before);
    offers.remove(id);
  }

  /// These and nobody else wait.
  public synchronized void only(Set<ConversationId> waiting) {
    for (var id : List.copyOf(callers.keySet())) if (!waiting.contains(id)) gone(id);
  }

  /// What is newly offered now. Offers that ran out, or whose agent has gone, count no more; who
  /// passed is not asked for the same again before everybody else was.
  public synchronized List<Offer> offer(Collection<Seat> seats, Instant now) {
    var there = seats.stream().collect(Collectors.toMap(Seat::agent, Function.identity()));
    lapse(there, now);
    askAgainWhomNobodyTook(there.values(), now);
    var open = new ArrayList<Offer>();
    var free = queue.stream().filter(caller -> !offers.containsKey(caller.conversation())).toList();
    for (var match : routing.matches(free, asked(there), now)) {
      var offer = new Offer(match.conversation(), match.agent(), now.plus(acceptWithin));
      offers.put(match.conversation(), offer);
      open.add(offer);
    }
    return open;
  }

  /// The agent would rather not; the next is asked.
  public synchronized boolean pass(ConversationId id, AgentId agent) {
    var offer = offers.get(id);
    if (offer == null || !offer.agent().equals(agent)) return false;
    offers.remove(id);
    var caller = callers.get(id);
    if (caller != null) put(passed(caller, agent));
    return true;
  }

  public synchronized List<Offer> offers() {
    return List.copyOf(offers.values());
  }

  public synchronized Optional<Offer> offerOf(ConversationId id) {
    return Optional.ofNullable(offers.get(id));
  }

  public synchronized int size() {
    return callers.size();
  }

  /// 1 for the next one among those who wait for the same team.
  public synchronized Optional<Integer> position(ConversationId id) {
    var caller = callers.get(id);
    if (caller == null) return Optional.empty();
    var team = caller.needs().team();
    long before =
        queue.headSet(caller).stream()
            .filter(other -> Objects.equals(other.needs().team(), team))
            .count();
    return Optional.of((int) before + 1);
  }

  public synchronized Optional<Caller> caller(ConversationId id) {
    return Optional.ofNullable(callers.get(id));
  }

  public synchronized List<Caller> inOrder() {
    return List.copyOf(queue);
  }

  private void put(Caller caller) {
    var before = callers.put(caller.conversation(), caller);
    if (before != null) queue.remove(before);
    queue.add(caller);
  }

  private void lapse(Map<AgentId, Seat> there, Instant now) {
    for (var offer : List.copyOf(offers.values())) {
      var seat = there.get(offer.agent());
      if (seat == null || !seat.available()) offers.remove(offer.conversation());
      else if (!now.isBefore(offer.until())) pass(offer.conversation(), offer.agent());
    }
  }

  /// When everybody who could help has let it go by, the round begins anew.
  private void askAgainWhomNobodyTook(Collection<Seat> seats, Instant now) {
    for (var caller : List.copyOf(queue)) {
      if (caller.passed().isEmpty() || offers.containsKey(caller.conversation())) continue;
      var others = seats.stream().filter(seat -> !caller.passed().contains(seat.agent())).toList();
      if (!routing.reachable(caller, others, now)) put(passedBy(caller, Set.of()));
    }
  }

  /// The seats with what they have been asked already.
  private List<Seat> asked(Map<AgentId, Seat> there) {
    var seats = new HashMap<>(there);
    for (var offer : offers.values()) {
      var caller = callers.get(offer.conversation());
      if (caller != null) seats.computeIfPresent(offer.agent(), (_, seat) -> seat.with(caller));
    }
    return List.copyOf(seats.values());
  }

  private static Caller passed(Caller caller, AgentId agent) {
    var passed = new HashSet<>(caller.passed());
    passed.add(agent);
    return passedBy(caller, passed);
  }

  private static Caller passedBy(Caller c, Set<AgentId> passed) {
    return new Caller(
        c.conversation(),
        c.since(),
        c.offered(),
        c.needs(),
        c.language(),
        c.weight(),
        c.known(),
        passed);
  }
}
