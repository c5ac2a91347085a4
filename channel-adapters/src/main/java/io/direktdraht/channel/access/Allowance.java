package io.direktdraht.channel.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How many messages each may send: a token bucket of `burst`, refilled by `perMinute`. Full
/// buckets are forgotten.
public final class Allowance<K> {
  private static final int MANY = 10_000;
  private static final double NANOS_A_MINUTE = 60e9;
  private final int perMinute;
  private final int burst;
  private final Map<K, Bucket> buckets = new ConcurrentHashMap<>();
  private volatile int tooMany = MANY;

  public Allowance(int perMinute, int burst) {
    this.perMinute = perMinute;
    this.burst = burst;
  }

  /// Empty when the message may pass, else how long to wait.
  public Optional<Duration> take(K who, long nanoTime) {
    if (buckets.size() > tooMany) forget(nanoTime);
    return buckets.computeIfAbsent(who, _ -> new Bucket(nanoTime)).take(nanoTime);
  }

  /// When most are still in use, not again before there are twice as many: a flood of visitors must
  /// not make each message look through all of them.
  private void forget(long nanoTime) {
    buckets.values().removeIf(bucket -> bucket.full(nanoTime));
    tooMany = Math.max(MANY, 2 * buckets.size());
  }

  private final class Bucket {
    private double left = burst;
    private long at;

    Bucket(long nanoTime) {
      at = nanoTime;
    }

    synchronized Optional<Duration> take(long nanoTime) {
      refill(nanoTime);
      if (left >= 1) {
        left -= 1;
        return Optional.empty();
      }
      double nanos = (1 - left) * NANOS_A_MINUTE / perMinute;
      return Optional.of(Duration.ofNanos((long) Math.ceil(nanos)));
    }

    synchronized boolean full(long nanoTime) {
      refill(nanoTime);
      return left >= burst;
    }

    private void refill(long nanoTime) {
      double minutes = (double) (nanoTime - at) / NANOS_A_MINUTE;
      left = Math.min(burst, left + minutes * perMinute);
      at = nanoTime;
    }
  }
}
