package io.direktdraht.server.start;

import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.OutboxPump;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.util.List;

/// One running outbox for each line that delivers.
public final class Outboxes implements AutoCloseable {
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

  @Override
  public void close() {
    pumps.forEach(OutboxPump::close);
  }
}
