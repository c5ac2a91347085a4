package io.direktdraht.conversation.live;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Does one piece of work again and again: when woken, and at least every `rest`, one beat at a
/// time, on a virtual thread of its own. What a beat throws is logged, and the next one comes.
///
/// A beat is never interrupted, because an interrupt in the middle of a read closes the file of the
/// embedded database. A long beat asks [#closing()] between its steps.
public final class Pulse implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Pulse.class.getName());
  private static final Duration LAST_BEAT = Duration.ofSeconds(10);
  private final String name;
  private final Duration rest;
  private final Beat beat;
  private final Semaphore wake = new Semaphore(0);
  private final Thread loop;
  private volatile boolean closing;

  /// The work. It may begin before the constructor of the pulse has returned, so it is told which
  /// pulse it belongs to.
  @FunctionalInterface
  public interface Beat {
    void beat(Pulse pulse) throws InterruptedException;
  }

  public Pulse(String name, Duration rest, Beat beat) {
    this.name = name;
    this.rest = rest;
    this.beat = beat;
    this.loop = Thread.ofVirtual().name(name).unstarted(this::run);
    loop.start();
  }

  /// The next beat comes at once, or right after the one that runs.
  public void wake() {
    wake.release();
  }

  /// True when the running beat shall be the last and end soon.
  public boolean closing() {
    return closing;
  }

  /// Lets the running beat end, at most 10 s long.
  @Override
  public void close() {
    closing = true;
    wake();
    try {
      if (!loop.join(LAST_BEAT)) LOG.log(Level.WARNING, "{0} still works at the end", name);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        beatOnce();
        if (wake.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) wake.drainPermits();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // nobody does, but whoever did wants the thread to end
    }
  }

  private void beatOnce() throws InterruptedException {
    try {
      beat.beat(this);
    } catch (RuntimeException | Error outage) {
      LOG.log(Level.WARNING, name + " goes on at its next beat", outage);
    }
  }
}
