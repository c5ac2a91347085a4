package io.direktdraht.server.crash;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Ends the process at the point that was armed, as SIGKILL would: no hook runs, nothing is
/// flushed.
final class CrashPoints {
  private static final int KILLED = 137;
  private static final long A_WHILE = 1_000_000; // ns
  private volatile String armed = "";
  private volatile @Nullable Thread last;

  void arm(String point) {
    armed = point;
  }

  void hit(String point) {
    if (point.equals(armed)) Runtime.getRuntime().halt(KILLED);
  }

  /// The caller is about to do what the process dies after, if that is armed: until then nobody
  /// else gets on, who might see it and act on it.
  void approach(String point) {
    if (point.equals(armed)) last = Thread.currentThread();
  }

  /// It did not come to that.
  void retreat() {
    if (last == Thread.currentThread()) last = null;
  }

  /// Waits while another does the last thing of this process.
  void pass() {
    while (last != null && last != Thread.currentThread()) LockSupport.parkNanos(A_WHILE);
  }
}
