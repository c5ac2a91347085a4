package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.conversation.way.Traffic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// One running outbox for each line that delivers, as lines come and go.
public final class Outboxes implements Traffic, AutoCloseable {
  private final Ports ports;
  private final InstantSource clock;
  private final Habits habits;
  private final Map<Line.Id, Running> running = new ConcurrentHashMap<>();

  /// What every outbox reads and writes.
  public record Ports(
      Deliveries deliveries, ConversationLog log, Conversations conversations, Signals signals) {}

  /// `sweep`: how often each looks for what is owed without a hint. `inFlight`: how many calls of
  /// one line at a time.
  public record Habits(Duration sweep, int inFlight) {}

  private record Running(Outbox outbox, OutboxPump pump) {}

  public Outboxes(Ports ports, InstantSource clock, Habits habits) {
    this.ports = ports;
    this.clock = clock;
    this.habits = habits;
  }

  /// Throws {@link IllegalStateException} when the line is open already.
  public void open(ChannelAdapter adapter, RetryPolicy policy) {
    var outbox =
        new Outbox(
            adapter,
            ports.deliveries,
            ports.log,
            ports.conversations,
            new Outbox.Clockwork(clock, policy));
    running.compute(
        adapter.line(),
        (line, open) -> {
          if (open != null) throw new IllegalStateException(line + " is open already");
          var pump = new OutboxPump(outbox, ports.signals, habits.sweep, habits.inFlight);
          return new Running(outbox, pump);
        });
  }

  /// Waits for the line's calls in flight; what it still owes stays owed.
  public void close(Line.Id line) {
    var open = running.remove(line);
    if (open != null) open.pump.close();
  }

  public Optional<Outbox> find(Line.Id line) {
    return Optional.ofNullable(running.get(line)).map(Running::outbox);
  }

  public List<Outbox> all() {
    return running.values().stream().map(Running::outbox).toList();
  }

  /// A line without an outbox is read by its clients.
  @Override
  public Flow on(Line.Id line) {
    return find(line).map(Outbox::flow).orElse(Flow.FREE);
  }

  @Override
  public void close() {
    running.values().forEach(one -> one.pump.close());
  }
}
