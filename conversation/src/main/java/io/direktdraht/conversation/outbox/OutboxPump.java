package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.live.Pulse;
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
  private final int inFlight;
  private final Semaphore slots;
  private final Pulse pulse;
  private final Signals.Subscription subscription;

  public OutboxPump(Outbox outbox, Signals signals, Duration sweep, int inFlight) {
    this.outbox = outbox;
    this.inFlight = inFlight;
    this.slots = new Semaphore(inFlight);
    this.pulse = new Pulse("outbox-" + outbox.line(), sweep, this::pump);
    this.subscription = signals.subscribe(this::hint);
  }

  /// Stops taking new work and waits for calls in flight; what is left stays owed.
  @Override
  public void close() {
    subscription.close();
    pulse.close();
    try {
      if (!slots.tryAcquire(inFlight, 10, TimeUnit.SECONDS))
        LOG.log(Level.WARNING, "calls of {0} still in flight at the end", outbox.line());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void hint(Signal signal) {
    if (signal instanceof Signal.Committed(_, _, var owes) && owes.contains(Owed.Kind.DELIVERY))
      pulse.wake();
  }

  private void pump(Pulse beating) throws InterruptedException {
    while (true) {
      slots.acquire();
      slots.release();
      if (beating.closing()) return; // perhaps since it began to wait
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
      pulse.wake();
    }
  }
}
