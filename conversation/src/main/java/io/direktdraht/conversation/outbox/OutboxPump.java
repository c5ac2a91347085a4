package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Keeps one line's outbox going: woken by a hint, and every `sweep` without one, so that nothing
/// owed is forgotten. Each line has its own pump and its own number of calls in flight: a slow
/// platform slows only itself.
public final class OutboxPump implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OutboxPump.class.getName());
  private final Outbox outbox;
  private final Duration sweep;
  private final int inFlight;
  private final Semaphore wake = new Semaphore(0);
  private final Semaphore slots;
  private final Signals.Subscription subscription;
  private final Thread loop;

  public OutboxPump(Outbox outbox, Signals signals, Duration sweep, int inFlight) {
    this.outbox = outbox;
    this.sweep = sweep;
    this.inFlight = inFlight;
    this.slots = new Semaphore(inFlight);
    this.subscription = signals.subscribe(this::hint);
    this.loop = Thread.ofVirtual().name("outbox-" + outbox.line()).start(this::run);
  }

  /// Stops taking new work and waits for calls in flight; what is left stays owed.
  @Override
  public void close() {
    subscription.close();
    loop.interrupt();
    try {
      loop.join(Duration.ofSeconds(5));
      if (!slots.tryAcquire(inFlight, 10, TimeUnit.SECONDS))
        LOG.log(Level.WARNING, "calls of {0} still in flight at the end", outbox.line());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void hint(Signal signal) {
    if (signal instanceof Signal.Committed(_, _, var owes) && owes.contains(Owed.Kind.DELIVERY))
      wake.release();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (wake.tryAcquire(sweep.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
        pump();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException outage) {
        LOG.log(Level.WARNING, "outbox " + outbox.line() + " waits for the database", outage);
      }
    }
  }

  private void pump() throws InterruptedException {
    while (true) {
      slots.acquire();
      slots.release();
      var due = outbox.due(Math.max(1, slots.availablePermits()));
      if (due.isEmpty()) return;
      for (var delivery : due) {
        slots.acquire();
        Thread.ofVirtual().name("deliver-" + delivery.conversation()).start(() -> carry(delivery));
      }
    }
  }

  private void carry(Deliveries.Delivery delivery) {
    try {
      outbox.carry(delivery);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException outage) {
      // The lease runs out and the delivery is found again.
      LOG.log(Level.WARNING, "delivery " + delivery + " failed", outage);
    } finally {
      slots.release();
      wake.release();
    }
  }
}
