package io.direktdraht.conversation.live;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofMillis(1);
  private final AtomicInteger beats = new AtomicInteger();

  @Test
  void beatsAtOnceWhenWokenAndByItself() {
    try (var pulse = new Pulse("woken", NEVER, _ -> beats.incrementAndGet())) {
      until("the first", () -> beats.get() == 1);
      pulse.wake();
      until("the second", () -> beats.get() == 2);
    }
    try (var _ = new Pulse("rested", SOON, _ -> beats.incrementAndGet())) {
      until("many", () -> beats.get() > 10);
    }
  }

  @Test
  void aWakeDuringABeatIsNotForgotten() throws InterruptedException {
    var began = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Pulse.Beat once =
        _ -> {
          if (beats.incrementAndGet() > 1) return;
          began.countDown();
          go.await();
        };
    try (var pulse = new Pulse("busy", NEVER, once)) {
      began.await();
      pulse.wake();
      go.countDown();
      until("the beat that was asked for", () -> beats.get() == 2);
    }
  }

  @Test
  void goesOnAfterAFailure() {
    Pulse.Beat failing =
        _ -> {
          if (beats.incrementAndGet() == 1) throw new IllegalStateException("the database is away");
        };
    try (var _ = new Pulse("failing", SOON, failing)) {
      until("the next", () -> beats.get() > 1);
    }
  }

  @Test
  void goesOnAfterAnError() {
    Pulse.Beat failing =
        _ -> {
          if (beats.incrementAndGet() == 1) throw new StackOverflowError();
        };
    try (var _ = new Pulse("failing", SOON, failing)) {
      until("the next", () -> beats.get() > 1);
    }
  }

  @Test
  void theBeatThatRunsAtTheEndIsToldAndFinishesUninterrupted() throws InterruptedException {
    var began = new CountDownLatch(1);
    var interrupted = new AtomicBoolean();
    var finished = new AtomicBoolean();
    var pulse =
        new Pulse(
            "last",
            NEVER,
            self -> {
              began.countDown();
              until("the end", self::closing);
              interrupted.set(Thread.currentThread().isInterrupted());
              finished.set(true);
            });
    began.await();
    pulse.close();
    assertThat(finished).isTrue();
    assertThat(interrupted).isFalse();
  }

  @Test
  void beatsNoMoreOnceClosed() {
    var pulse = new Pulse("closed", SOON, _ -> beats.incrementAndGet());
    until("some", () -> beats.get() > 0);
    pulse.close();
    int then = beats.get();
    pulse.wake();
    assertThat(beats.get()).isEqualTo(then);
  }
}
