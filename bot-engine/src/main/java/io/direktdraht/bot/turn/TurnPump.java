package io.direktdraht.bot.turn;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Runs owed turns, one conversation at a time on a virtual thread: woken by hints, and by a sweep
/// that finds what a crash or a lost hint left behind.
public final class TurnPump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TurnPump.class);
  private static final int AT_ONCE = 1000;
  private final BotEngine engine;
  private final OwedWork owed;
  private final Map<ConversationId, Wake> running = new ConcurrentHashMap<>();
  private final Signals.Subscription subscription;
  private final Pulse sweeper;
  private volatile boolean closed;

  private enum Wake {
    RUNNING,
    AGAIN
  }

  public TurnPump(BotEngine engine, OwedWork owed, Signals signals, Duration sweep) {
    this.engine = engine;
    this.owed = owed;
    this.subscription = signals.subscribe(this::hint);
    this.sweeper = new Pulse("turn-sweep", sweep, this::sweep);
  }

  /// Takes no new turns and waits for those that run; what is left stays owed.
  @Override
  public void close() {
    closed = true;
    subscription.close();
    sweeper.close();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (!running.isEmpty() && System.nanoTime() < deadline)
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
  }

  private void hint(Signal signal) {
    if (signal instanceof Signal.Committed news && news.owes().contains(Owed.Kind.TURN)) {
      var id = news.conversation().id();
      if (begins(id)) start(id, () -> engine.takeTurn(news));
    }
  }

  private boolean begins(ConversationId id) {
    return !closed && running.merge(id, Wake.RUNNING, (_, _) -> Wake.AGAIN) == Wake.RUNNING;
  }

  /// The first turn is known, or looked for like all that follow. What was received before it
  /// begins joins it, and must be looked for.
  private void start(ConversationId id, BooleanSupplier first) {
    Thread.ofVirtual().name("turn-" + id).start(() -> run(id, first));
  }

  private void run(ConversationId id, BooleanSupplier first) {
    MDC.put("conversation", id.toString()); // the thread ends with this work
    var turn = first;
    do {
      if (running.put(id, Wake.RUNNING) == Wake.AGAIN) turn = () -> engine.takeTurn(id);
      try {
        while (!closed && turn.getAsBoolean()) turn = () -> engine.takeTurn(id);
      } catch (RuntimeException | Error outage) {
        LOG.warn("conversation {}: its turn stays owed", id, outage);
      }
    } while (!running.remove(id, Wake.RUNNING) && !closed);
    if (closed) running.remove(id);
  }

  /// What runs already looks again by itself, or is found by the next sweep.
  private void look(ConversationId id) {
    if (!running.containsKey(id) && begins(id)) start(id, () -> engine.takeTurn(id));
  }

  private void sweep(Pulse beating) {
    owed.conversations(Owed.Kind.TURN, AT_ONCE).forEach(this::look);
  }
}
