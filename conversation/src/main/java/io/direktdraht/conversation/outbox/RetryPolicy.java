package io.direktdraht.conversation.outbox;

import java.time.Duration;

/// When the outbox tries again, and when it gives up. Pauses double up to the longest, with full
/// jitter (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015).
public record RetryPolicy(
    int attempts, Duration firstPause, Duration longestPause, Duration lease) {
  public RetryPolicy {
    if (attempts < 1)
      throw new IllegalArgumentException("attempts must be at least 1, was " + attempts);
    positive("firstPause", firstPause);
    positive("longestPause", longestPause);
    positive("lease", lease);
  }

  public boolean exhausted(int attempt) {
    return attempt >= attempts;
  }

  /// `random` is 0 to 1; never shorter than half the pause, so that an overloaded platform gets
  /// rest.
  public Duration pause(int attempt, double random) {
    double doubled = firstPause.toMillis() * Math.pow(2, Math.min(attempt - 1, 30));
    double pause = Math.min(doubled, (double) longestPause.toMillis());
    return Duration.ofMillis((long) (pause / 2 + random * pause / 2));
  }

  private static void positive(String name, Duration value) {
    if (!value.isPositive())
      throw new IllegalArgumentException(name + " must be longer than 0, was " + value);
  }
}
