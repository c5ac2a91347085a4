package io.direktdraht.console.desk;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signal.Presence.State;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// Which agents could answer now: said to be available, and seen through an open console within the
/// last 30 s, here or at another node. A console has a socket, or asks for the board again and
/// again. What was said last, wherever, counts.
public final class Presence {
  static final Duration GRACE = Duration.ofSeconds(30);
  private final Map<AgentId, Seen> agents = new ConcurrentHashMap<>();
  private final Signals signals;
  private final InstantSource clock;

  /// `asked`: when a console without a socket last did so here; `last` is any sign, wherever.
  private record Seen(boolean available, int sockets, Instant asked, Instant last) {
    static Seen at(Instant now) {
      return new Seen(true, 0, Instant.MIN, now);
    }

    Seen with(int sockets, Instant now) {
      return new Seen(available, sockets, asked, now);
    }

    Seen saying(boolean available, Instant now) {
      return new Seen(available, sockets, asked, now);
    }

    Seen asking(Instant now) {
      return new Seen(available, sockets, now, now);
    }

    boolean here(Instant now) {
      return sockets > 0 || asked.plus(GRACE).isAfter(now);
    }

    boolean lately(Instant now) {
      return sockets > 0 || last.plus(GRACE).isAfter(now);
    }
  }

  public Presence(Signals signals, InstantSource clock) {
    this.signals = signals;
    this.clock = clock;
    signals.subscribe(this::hear);
  }

  /// Tells the other nodes who is at an open console here; more often than within 30 s.
  public void beat() {
    var now = clock.instant();
    agents.forEach((agent, seen) -> {
      if (seen.here(now)) tell(agent);
    });
  }

  private void hear(Signal signal) {
    if (signal instanceof Signal.FromAfar(Signal.Presence(var agent, var state)))
      switch (state) {
        case AVAILABLE -> change(agent, (before, now) -> before.saying(true, now));
        case AWAY -> change(agent, (before, now) -> before.saying(false, now));
        case GONE -> leaves(agent);
      }
  }

  /// Another console may be open here.
  private void leaves(AgentId agent) {
    var now = clock.instant();
    agents.computeIfPresent(agent, (_, seen) -> seen.here(now) ? seen : null);
  }

  public void connected(AgentId agent) {
    change(agent, (before, now) -> before.with(before.sockets + 1, now));
    tell(agent);
  }

  /// A console without a socket gave a sign of life.
  public void seen(AgentId agent) {
    boolean news = !here(agent);
    change(agent, Seen::asking);
    if (news) tell(agent);
  }

  public void disconnected(AgentId agent) {
    agents.computeIfPresent(
        agent, (_, before) -> before.with(Math.max(0, before.sockets - 1), clock.instant()));
    tell(agent);
  }

  /// Signed out: gone at once.
  public void left(AgentId agent) {
    agents.remove(agent);
    tell(agent);
  }

  public void say(AgentId agent, boolean available) {
    change(agent, (before, now) -> before.saying(available, now));
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
  public boolean here(AgentId agent) {
    var seen = agents.get(agent);
    return seen != null && seen.lately(clock.instant());
  }

  public int available() {
    return (int) agents.values().stream().filter(this::there).count();
  }

  private boolean there(Seen seen) {
    return seen.available && seen.lately(clock.instant());
  }

  private void change(AgentId agent, BiFunction<Seen, Instant, Seen> change) {
    var now = clock.instant();
    agents.compute(agent, (_, before) -> change.apply(before == null ? Seen.at(now) : before, now));
  }

  private void tell(AgentId agent) {
    signals.publish(new Signal.Presence(agent, state(agent)));
  }

  private State state(AgentId agent) {
    var seen = agents.get(agent);
    if (seen == null || !seen.lately(clock.instant())) return State.GONE;
    return seen.available ? State.AVAILABLE : State.AWAY;
  }
}
