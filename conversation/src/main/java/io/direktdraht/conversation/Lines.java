package io.direktdraht.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every line of this installation. Contacts can go on on those `onward`.
public record Lines(Map<Line.Id, Line> byId, Set<Line.Id> onward) {
  public Lines {
    byId = Map.copyOf(byId);
    onward = Set.copyOf(onward);
  }

  public static Lines of(Line... lines) {
    return new Lines(
        List.of(lines).stream().collect(Collectors.toMap(Line::id, Function.identity())), Set.of());
  }

  public Lines leadingTo(Collection<Line.Id> others) {
    return new Lines(byId, Set.copyOf(others));
  }

  /// Whether a contact on this line can go on on another.
  public boolean leadsOn(Line.Id from) {
    return onward.stream().anyMatch(line -> !line.equals(from));
  }

  /// False also for a line that is no longer configured: nothing can be carried there.
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
