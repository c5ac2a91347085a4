package io.direktdraht.conversation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what other threads bring about.
public final class Patience {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private Patience() {}

  public static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("never happened: " + what);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
