package io.direktdraht.server.start;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.OutboxPump;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.conversation.way.Traffic;
import java.time.Duration;
import java.util.List;

/// One running outbox for each line that delivers.
public final class Outboxes implements Traffic, AutoCloseable {
  private final List<Outbox> all;
  private final List<OutboxPump> pumps;

  public Outboxes(List<Outbox> all, Signals signals, Duration sweep, int inFlight) {
    this.all = List.copyOf(all);
    this.pumps =
        all.stream().map(outbox -> new OutboxPump(outbox, signals, sweep, inFlight)).toList();
  }

  public List<Outbox> all() {
    return all;
  }

  /// A line without an outbox is read by its clients.
  @Override
  public Flow on(Line.Id line) {
    return all.stream()
        .filter(outbox -> outbox.line().equals(line))
        .findFirst()
        .map(Outbox::flow)
        .orElse(Flow.FREE);
  }

  @Override
  public void close() {
    pumps.forEach(OutboxPump::close);
  }
}
