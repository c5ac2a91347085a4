package io.direktdraht.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slows guessing: after some wrong passwords for an account or from an address, the next try must
/// wait, twice as long each time. The right password clears the account's count, an hour without a
/// mistake every count.
final class SignInGuard {
  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int KEPT = 10_000;
  private final InstantSource clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > KEPT;
        }
      };

  private record Failures(int count, Instant until) {}

  private static final Failures NONE = new Failures(0, Instant.EPOCH);

  SignInGuard(InstantSource clock) {
    this.clock = clock;
  }

  /// How long to wait before a try, if at all.
  synchronized Optional<Duration> wait(String account, String address) {
    var longest = Duration.ZERO;
    for (var key : keys(account, address)) {
      var left = Duration.between(clock.instant(), known(key).until);
      if (left.compareTo(longest) > 0) longest = left;
    }
    return longest.isPositive() ? Optional.of(longest) : Optional.empty();
  }

  synchronized void failed(String account, String address) {
    for (var key : keys(account, address)) {
      int free = key.startsWith("@") ? 4 * FREE : FREE;
      int count = known(key).count + 1;
      var pause = count < free ? Duration.ZERO : pause(count - free);
      failures.remove(key);
      failures.put(key, new Failures(count, clock.instant().plus(pause)));
    }
  }

  synchronized void succeeded(String account) {
    failures.remove("=" + account);
  }

  private Failures known(String key) {
    var known = failures.getOrDefault(key, NONE);
    return clock.instant().isAfter(known.until.plus(FORGOTTEN)) ? NONE : known;
  }

  private static Duration pause(int beyond) {
    var doubled = FIRST.multipliedBy(1L << Math.min(beyond, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  private static String[] keys(String account, String address) {
    return new String[] {"=" + account, "@" + address};
  }
}
