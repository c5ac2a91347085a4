package io.direktdraht.channel.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// How many messages with digits are sent within an hour: a few to one number, and not many to all
/// of them together, since whoever names numbers does not pay for them.
final class Ration {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int EACH = 3;
  private static final int ALL = 30;
  private final Deque<Sent> sent = new ArrayDeque<>();

  private record Sent(String number, Instant at) {}

  /// False when it is used up.
  synchronized boolean take(String number, Instant now) {
    while (!sent.isEmpty() && !sent.getFirst().at.plus(HOUR).isAfter(now)) sent.removeFirst();
    long before = sent.stream().filter(one -> one.number.equals(number)).count();
    if (sent.size() >= ALL || before >= EACH) return false;
    sent.addLast(new Sent(number, now));
    return true;
  }
}
