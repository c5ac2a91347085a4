package io.direktdraht.console.desk;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what the desk owes: woken by hints, and by a sweep that finds what a crash left behind.
public final class DeskPump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskPump.class);
  private static final int AT_ONCE = 1000;
  private final Desk desk;
  private final OwedWork owed;
  private final Duration sweep;
  private final LinkedBlockingQueue<ConversationId> hints = new LinkedBlockingQueue<>();
  private final Signals.Subscription subscription;
  private final Thread loop;

  public DeskPump(Desk desk, OwedWork owed, Signals signals, Duration sweep) {
    this.desk = desk;
    this.owed = owed;
    this.sweep = sweep;
    this.subscription = signals.subscribe(this::hint);
    this.loop = Thread.ofVirtual().name("desk").start(this::run);
  }

  /// Finishes the conversation at hand; what is left stays owed.
  @Override
  public void close() {
    subscription.close();
    loop.interrupt();
    try {
      loop.join(Duration.ofSeconds(10));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void hint(Signal signal) {
    if (signal instanceof Signal.Committed(var conversation, _, var owes)
        && owes.contains(Owed.Kind.DESK)) hints.add(conversation.id());
  }

  private void run() {
    long next = System.nanoTime();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var hinted = hints.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (hinted != null) desk.tell(hinted);
        if (System.nanoTime() < next) continue;
        next = System.nanoTime() + sweep.toNanos();
        desk.reload();
        owed.conversations(Owed.Kind.DESK, AT_ONCE).forEach(desk::tell);
        desk.promiseTheForgotten();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException outage) {
        LOG.warn("the desk's work stays owed", outage);
        next = System.nanoTime() + sweep.toNanos();
      }
    }
  }
}
