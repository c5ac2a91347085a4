package io.direktdraht.console.desk;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which agents could answer now: said to be available, and seen through an open console within the
/// last 30 s, here or at another node. What was said last, wherever, counts.
public final class Presence {
  static final Duration GRACE = Duration.ofSeconds(30);
  private final Map<AgentId, Seen> agents = new ConcurrentHashMap<>();
  private final Signals signals;
  private final InstantSource clock;

  private record Seen(boolean available, int sockets, Instant last) {}

  public Presence(Signals signals, InstantSource clock) {
    this.signals = signals;
    this.clock = clock;
    signals.subscribe(this::hear);
  }

  /// Tells the other nodes who is at an open console here; more often than within 30 s.
  public void beat() {
    agents.forEach((agent, seen) -> {
      if (seen.sockets > 0) tell(agent);
    });
  }

  private void hear(Signal signal) {
    if (!(signal instanceof Signal.FromAfar(Signal.Presence(var agent, boolean available)))) return;
    if (available)
      agents.merge(
          agent,
          new Seen(true, 0, clock.instant()),
          (before, _) -> new Seen(true, before.sockets, clock.instant()));
    else
      agents.computeIfPresent(agent, (_, before) -> new Seen(false, before.sockets, before.last));
  }

  public void connected(AgentId agent) {
    agents.merge(
        agent,
        new Seen(true, 1, clock.instant()),
        (before, _) -> new Seen(before.available, before.sockets + 1, clock.instant()));
    tell(agent);
  }

  public void disconnected(AgentId agent) {
    agents.computeIfPresent(
        agent,
        (_, before) ->
            new Seen(before.available, Math.max(0, before.sockets - 1), clock.instant()));
    tell(agent);
  }

  /// Signed out: gone at once.
  public void left(AgentId agent) {
    agents.remove(agent);
    tell(agent);
  }

  public void say(AgentId agent, boolean available) {
    agents.merge(
        agent,
        new Seen(available, 0, clock.instant()),
        (before, _) -> new Seen(available, before.sockets, clock.instant()));
    tell(agent);
  }

  /// What the agent says of themselves.
  public boolean saysAvailable(AgentId agent) {
    var seen = agents.get(agent);
    return seen == null || seen.available;
  }

  public boolean available(AgentId agent) {
    var seen = agents.get(agent);
    return seen != null && there(seen);
  }

  /// Everybody who is available.
  public List<AgentId> there() {
    return agents.entrySet().stream()
        .filter(entry -> there(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Seen lately, whether available or not.
  boolean here(AgentId agent) {
    var seen = agents.get(agent);
    return seen != null && seenLately(seen);
  }

  public int available() {
    return (int) agents.values().stream().filter(this::there).count();
  }

  private boolean there(Seen seen) {
    return seen.available && seenLately(seen);
  }

  private boolean seenLately(Seen seen) {
    return seen.sockets > 0 || seen.last.plus(GRACE).isAfter(clock.instant());
  }

  private void tell(AgentId agent) {
    signals.publish(new Signal.Presence(agent, available(agent)));
  }
}
