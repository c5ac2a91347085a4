package io.direktdraht.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every line of this installation, as it is now: lines come and go while we run. Contacts can go
/// on on those `onward`.
public final class Lines {
  private final Map<Line.Id, Line> byId;
  private final Set<Line.Id> onward;

  private Lines(Map<Line.Id, Line> byId, Set<Line.Id> onward) {
    this.byId = byId;
    this.onward = onward;
  }

  public static Lines of(Line... lines) {
    var all = new Lines(new ConcurrentHashMap<>(), Set.of());
    for (var line : lines)
      if (!all.open(line))
        throw new IllegalArgumentException("two lines have the name " + line.id());
    return all;
  }

  /// The same lines.
  public Lines leadingTo(Collection<Line.Id> others) {
    return new Lines(byId, Set.copyOf(others));
  }

  /// False when its name is taken.
  public boolean open(Line line) {
    return byId.putIfAbsent(line.id(), line) == null;
  }

  public void close(Line.Id id) {
    byId.remove(id);
  }

  public List<Line> all() {
    return List.copyOf(byId.values());
  }

  public boolean knows(Line.Id id) {
    return byId.containsKey(id);
  }

  /// Whether a contact on this line can go on on another that is open now.
  public boolean leadsOn(Line.Id from) {
    return onward.stream().anyMatch(line -> !line.equals(from) && delivers(line));
  }

  /// Whether what is said on this line is owed to whoever carries it: also where the line is not
  /// open at this moment. A start may not have come to it yet, another node may have it already, or
  /// it is being changed; what is said meanwhile waits.
  public boolean owes(Line.Id id) {
    var line = byId.get(id);
    return line == null || line.delivers();
  }

  /// False also for a line that is not open: nothing can be carried there now.
  public boolean delivers(Line.Id id) {
    var line = byId.get(id);
    return line != null && line.delivers();
  }

  /// The kind of channel, or "unknown" when the line is no longer configured.
  public String channel(Line.Id id) {
    var line = byId.get(id);
    return line == null ? "unknown" : line.channel();
  }
}
