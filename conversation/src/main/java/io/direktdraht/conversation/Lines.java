package io.direktdraht.conversation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every line of this installation.
public record Lines(Map<Line.Id, Line> byId) {
  public Lines {
    byId = Map.copyOf(byId);
  }

  public static Lines of(Line... lines) {
    return new Lines(
        List.of(lines).stream().collect(Collectors.toMap(Line::id, Function.identity())));
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
