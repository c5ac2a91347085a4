package io.direktdraht.console.desk;

import io.direktdraht.console.desk.goal.Goals;
import io.direktdraht.console.desk.hours.OpeningHours;
import io.direktdraht.console.desk.route.Seat;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Stage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the desk works. So many `callbacks` fit into one slot of half an hour.
public record DeskRules(
    Teams teams, Times times, int callbacks, People people, Map<String, Integer> weights) {

  /// What takes how long. An answer is promised `within` so much opening time; a range longer than
  /// `longestTold` is not told; who has waited for `longestWait` is asked whether to wait on. An
  /// agent who leaves a contact without an answer for `silentAfter` is relieved. A conversation in
  /// which nothing happens for `idle` is asked about, and ends after as long again. For `settling`
  /// after a start nobody is known to be absent: open consoles come back first.
  public record Times(
      Duration within,
      Duration acceptWithin,
      Duration widenAfter,
      Duration silentAfter,
      Duration handling,
      Duration longestTold,
      Duration longestWait,
      Duration idle,
      Duration settling) {
    public Times {
      positive("within", within);
      positive("accept-within", acceptWithin);
      positive("widen-after", widenAfter);
      positive("silent-after", silentAfter);
      positive("handling", handling);
      positive("longest-told", longestTold);
      positive("longest-wait", longestWait);
      positive("idle", idle);
      positive("settling", settling);
    }

    private static void positive(String name, Duration value) {
      if (!value.isPositive())
        throw new IllegalArgumentException("desk." + name + " must be longer than 0, was " + value);
    }
  }

  /// What a team does its own way. `pulls`: its contacts are taken by people who look for them, and
  /// offered to nobody until their first answer is at risk.
  public record Team(OpeningHours hours, Goals goals, boolean pulls) {}

  /// The named teams, and what counts for everybody else.
  public record Teams(Map<String, Team> named, Team others) {
    public Teams {
      named = Map.copyOf(named);
    }

    Team of(@Nullable String name) {
      return name == null ? others : named.getOrDefault(name, others);
    }

    /// The one that shall help, or has helped, this contact.
    Team of(Conversation conversation) {
      var team = conversation.stage().waited().map(Stage.Waiting::why).map(why -> why.needs());
      return of(team.map(Needs::team).orElse(null));
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

  /// Those with ways of their own, and those that people are in.
  Set<String> teamNames() {
    var names = new HashSet<>(teams.named().keySet());
    names.addAll(people.others().teams());
    for (var profile : people.named().values()) names.addAll(profile.teams());
    return names;
  }

  /// Whether contacts write letters on such a channel: answers may take days.
  static boolean letters(String channel) {
    return channel.equals("email");
  }

  /// How much of an agent's capacity a conversation on such a channel takes.
  int weight(String channel) {
    return weights.getOrDefault(channel, 1);
  }
}
