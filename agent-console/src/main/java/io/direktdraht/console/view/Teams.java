package io.direktdraht.console.view;

import io.direktdraht.conversation.AgentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The teams of the settings. Whoever is named in none helps every team.
public record Teams(Map<AgentId, Set<String>> named) {
  public static final Teams NONE = new Teams(Map.of());

  public Teams {
    named =
        named.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }

  public List<String> names() {
    return named.values().stream().flatMap(Set::stream).distinct().sorted().toList();
  }

  /// How many of these people help the team.
  long among(Collection<AgentId> people, String team) {
    return people.stream()
        .map(agent -> named.getOrDefault(agent, Set.of()))
        .filter(teams -> teams.isEmpty() || teams.contains(team))
        .count();
  }
}
