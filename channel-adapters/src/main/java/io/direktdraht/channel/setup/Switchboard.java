package io.direktdraht.channel.setup;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.outbox.Outboxes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Every line that is open now, whoever told its settings.
public final class Switchboard {
  private final Lines lines;
  private final Outboxes outboxes;
  private final Map<Line.Id, Connector> open = new ConcurrentHashMap<>();

  public Switchboard(Lines lines, Outboxes outboxes) {
    this.lines = lines;
    this.outboxes = outboxes;
  }

  /// Opens a line of the settings file, whose name is known already.
  public void settle(Connector connector) {
    var id = connector.line().id();
    if (open.putIfAbsent(id, connector) != null)
      throw new IllegalStateException(id + " is open already");
    connector.open().ifPresent(carrier -> outboxes.open(carrier.adapter(), carrier.policy()));
  }

  /// Throws {@link RuntimeException} when it cannot be opened; then nothing of it is left.
  void open(Connector connector) {
    if (!lines.open(connector.line()))
      throw new IllegalArgumentException("the settings have a line of this name too");
    try {
      settle(connector);
    } catch (RuntimeException failed) {
      close(connector.line().id());
      throw failed;
    }
  }

  void close(Line.Id id) {
    var closing = open.remove(id);
    if (closing != null) closing.close();
    outboxes.close(id);
    lines.close(id);
  }

  Optional<Connector> find(Line.Id id) {
    return Optional.ofNullable(open.get(id));
  }

  Optional<Reach> reach(Line.Id id) {
    return find(id).map(Connector::reach);
  }
}
