package io.direktdraht.conversation.outbox;

import java.time.Duration;
import java.time.Instant;

/// Why a line sends nothing. At `until` one message is tried, whatever becomes of it: after a
/// minute first, then after twice as long each time, up to a quarter of an hour.
record Pause(String reason, int probes, Instant until) {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 4; // more of them are longer than the longest

  static Pause of(String reason, Instant now) {
    return new Pause(reason, 0, now.plus(FIRST));
  }

  boolean over(Instant now) {
    return !now.isBefore(until);
  }

  /// While a message is tried, and when that is in vain.
  Pause probing(Instant now) {
    var doubled = FIRST.multipliedBy(1L << Math.min(probes + 1, DOUBLINGS));
    return new Pause(
        reason, probes + 1, now.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST));
  }

  Pause because(String newest) {
    return new Pause(newest, probes, until);
  }
}
