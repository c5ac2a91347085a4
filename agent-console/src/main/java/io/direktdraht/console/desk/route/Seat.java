package io.direktdraht.console.desk.route;

import io.direktdraht.conversation.AgentId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An agent at work: what they can do, how much they have, and since when they have had nothing
/// new. `load` is in the weights of channels, offers included. No teams means every team.
public record Seat(
    AgentId agent, Profile profile, boolean available, int load, boolean offered, Instant idle) {

  /// What an agent can do. A skill's level is 1 (can) to 3 (excels).
  public record Profile(
      Set<String> teams, Map<String, Integer> skills, Set<String> languages, int capacity) {
    public Profile {
      if (capacity < 1)
        throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
      teams = Set.copyOf(teams);
      skills = Map.copyOf(skills);
      languages = Set.copyOf(languages);
    }

    /// Null: any team.
    public boolean serves(@Nullable String team) {
      return team == null || teams.isEmpty() || teams.contains(team);
    }
  }

  /// Whether they may be asked to take one more.
  boolean takes(Caller caller) {
    return available
        && !offered
        && load + caller.weight() <= profile.capacity()
        && !caller.passed().contains(agent);
  }

  double fullness() {
    return (double) load / profile.capacity();
  }

  /// The same, with this offer open.
  Seat with(Caller caller) {
    return new Seat(agent, profile, available, load + caller.weight(), true, idle);
  }
}
