package io.direktdraht.conversation.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who is at which place. A place that nobody is at takes no memory.
public final class Gathering<K, V> {
  private final Map<K, Set<V>> places = new ConcurrentHashMap<>();

  public void add(K place, V one) {
    places.compute(
        place,
        (_, set) -> {
          var next = set == null ? ConcurrentHashMap.<V>newKeySet(1) : set;
          next.add(one);
          return next;
        });
  }

  public void remove(K place, V one) {
    places.computeIfPresent(
        place,
        (_, set) -> {
          set.remove(one);
          return set.isEmpty() ? null : set;
        });
  }

  /// A live view: who comes or goes meanwhile may or may not be seen.
  public Set<V> at(K place) {
    return places.getOrDefault(place, Set.of());
  }

  public Collection<Set<V>> all() {
    return places.values();
  }

  public int size() {
    return places.values().stream().mapToInt(Set::size).sum();
  }
}
