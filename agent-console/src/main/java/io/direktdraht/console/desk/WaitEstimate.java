package io.direktdraht.console.desk;

import io.direktdraht.conversation.desk.DeskStatus.Wait;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How long a place in the queue takes, from the waits of the last contacts that were served.
///
/// Before any is known: with `n` people who each take `handling` for a contact, somebody becomes
/// free every handling / n on average, so the place k is served after about k * handling / n
/// (Little's law, J. D. C. Little 1961, applied to one server group); the range is half to one and
/// a half of it.
final class WaitEstimate {
  private static final Duration HANDLING = Duration.ofMinutes(4);
  private static final int REMEMBERED = 50;
  private static final int ENOUGH = 5;
  private final Deque<Duration> perPlace = new ArrayDeque<>();

  /// A contact who had been at this place was served after this time.
  synchronized void served(int place, Duration waited) {
    perPlace.addLast(waited.dividedBy(Math.max(1, place)));
    if (perPlace.size() > REMEMBERED) perPlace.removeFirst();
  }

  synchronized Wait expected(int place, int available) {
    var one = perPlace.size() < ENOUGH ? HANDLING.dividedBy(Math.max(1, available)) : median();
    var middle = one.multipliedBy(place);
    var from = middle.dividedBy(2);
    var to = middle.multipliedBy(3).dividedBy(2);
    return new Wait(from, to.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : to);
  }

  private Duration median() {
    return perPlace.stream().sorted().skip(perPlace.size() / 2).findFirst().orElse(HANDLING);
  }
}
