package io.direktdraht.channel.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How many messages a visitor may send: a token bucket each, refilled per minute. Full buckets are
/// forgotten.
final class Allowance {
  private static final int MANY = 10_000;
  private static final double NANOS_A_MINUTE = 60e9;
  private final WebSettings settings;
  private final Map<Visitor, Bucket> buckets = new ConcurrentHashMap<>();

  Allowance(WebSettings settings) {
    this.settings = settings;
  }

  /// Empty when the message may pass, else how long to wait.
  Optional<Duration> take(Visitor visitor, long nanoTime) {
    if (buckets.size() > MANY) buckets.values().removeIf(bucket -> bucket.full(nanoTime));
    return buckets.computeIfAbsent(visitor, _ -> new Bucket(nanoTime)).take(nanoTime);
  }

  private final class Bucket {
    private double left = settings.burst();
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
      double nanos = (1 - left) * NANOS_A_MINUTE / settings.perMinute();
      return Optional.of(Duration.ofNanos((long) Math.ceil(nanos)));
    }

    synchronized boolean full(long nanoTime) {
      refill(nanoTime);
      return left >= settings.burst();
    }

    private void refill(long nanoTime) {
      double minutes = (double) (nanoTime - at) / NANOS_A_MINUTE;
      left = Math.min(settings.burst(), left + minutes * settings.perMinute());
      at = nanoTime;
    }
  }
}
