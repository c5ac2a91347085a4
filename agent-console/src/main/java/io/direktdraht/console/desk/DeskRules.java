package io.direktdraht.console.desk;

import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.desk.route.Seat;
import io.direktdraht.conversation.AgentId;
import java.time.Duration;
import java.util.Map;

/// How the desk works. An answer is promised `within` so much opening time; a range longer than
/// `longestTold` is not told. An agent who leaves a contact without an answer for `silentAfter` is
/// reminded, and after twice that time somebody else takes over. For `settling` after a start
/// nobody is known to be absent: open consoles come back first. So many `callbacks` fit into one
/// slot of half an hour.
public record DeskRules(
    OpeningHours hours, Times times, int callbacks, People people, Map<String, Integer> weights) {

  /// What takes how long.
  public record Times(
      Duration within,
      Duration acceptWithin,
      Duration widenAfter,
      Duration silentAfter,
      Duration handling,
      Duration longestTold,
      Duration settling) {
    public Times {
      positive("within", within);
      positive("accept-within", acceptWithin);
      positive("widen-after", widenAfter);
      positive("silent-after", silentAfter);
      positive("handling", handling);
      positive("longest-told", longestTold);
      positive("settling", settling);
    }

    private static void positive(String name, Duration value) {
      if (!value.isPositive())
        throw new IllegalArgumentException("desk." + name + " must be longer than 0, was " + value);
    }
  }

  /// What named agents can do, and what everybody else can.
  public record People(Map<AgentId, Seat.Profile> named, Seat.Profile others) {
    public People {
      named = Map.copyOf(named);
    }

    Seat.Profile of(AgentId agent) {
      return named.getOrDefault(agent, others);
    }
  }

  public DeskRules {
    if (callbacks < 1)
      throw new IllegalArgumentException("desk.callbacks must be at least 1, was " + callbacks);
    weights = Map.copyOf(weights);
  }

  /// How much of an agent's capacity a conversation on such a channel takes.
  int weight(String channel) {
    return weights.getOrDefault(channel, 1);
  }
}
