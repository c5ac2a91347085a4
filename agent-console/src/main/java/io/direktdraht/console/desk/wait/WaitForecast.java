package io.direktdraht.console.desk.wait;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.desk.DeskStatus.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The range in which four of five waits end: one in ten is shorter, one in ten longer.
///
/// It is read off the waits of those who had about the same place, for one person at work. Both
/// ends then follow what became of the ranges said before: an end that was passed moves out, one
/// that held moves in by a tenth of that, so that each end tends to be passed once in ten although
/// waits that follow each other are alike (quantile tracking: Angelopoulos, Candès, Tibshirani,
/// Conformal PID Control, NeurIPS 2023).
public final class WaitForecast {
  /// How often an end may be passed: a little less than one in ten, because what became of a range
  /// is known late. Ten seeded simulations held 80 to 83 % with it, 74 to 80 % with one in ten.
  private static final double TAIL = 0.085;

  /// How far an end moves, as the logarithm of a factor, and how far at most.
  private static final double STEP = 0.05;

  private static final double FARTHEST = 1.5;
  private static final int REMEMBERED = 20_000;

  /// Places 1, 2 and 3, 4 to 7, 8 to 15, and all others wait alike.
  private static final int KINDS = 5;

  private final List<Waits> waits;
  private final Map<ConversationId, Said> said =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Said> eldest) {
          return size() > REMEMBERED;
        }
      };
  private double lower;
  private double upper;
  private long held;
  private long judged;

  private record Said(Instant at, int place, int people, double from, double to) {}

  /// `handling`: how long one person takes for one contact, until the desk has seen it.
  public WaitForecast(Duration handling) {
    if (!handling.isPositive())
      throw new IllegalArgumentException("handling must be longer than 0, was " + handling);
    waits = IntStream.range(0, KINDS).mapToObj(kind -> new Waits(handling, 1 << kind)).toList();
  }

  /// The range for a place in the queue with so many people at work.
  public synchronized Wait expected(int place, int people) {
    return wait(range(place, people, Instant.MIN));
  }

  /// The same, said to this contact. The first that they are told is the one that is judged.
  public synchronized Wait tell(ConversationId id, int place, int people, Instant now) {
    var range = range(place, people, now);
    said.putIfAbsent(id, range);
    return wait(range);
  }

  /// A person came.
  public synchronized void served(ConversationId id, Instant at) {
    var range = said.remove(id);
    if (range == null) return;
    double waited = Duration.between(range.at(), at).toMillis() / 1000.0;
    kind(range.place()).add(waited * range.people() / range.place());
    boolean sooner = waited < range.from();
    boolean later = waited > range.to();
    judged++;
    if (!sooner && !later) held++;
    lower = moved(lower, sooner);
    upper = moved(upper, later);
  }

  /// The contact left; nothing is learnt from it.
  public synchronized void left(ConversationId id) {
    said.remove(id);
  }

  /// The share of ranges that held, once there is one.
  public synchronized Optional<Double> held() {
    return judged == 0 ? Optional.empty() : Optional.of((double) held / judged);
  }

  private Said range(int place, int people, Instant now) {
    int hands = Math.max(1, people);
    var kind = kind(place);
    double scale = (double) place / hands;
    double from = kind.quantile(TAIL) * Math.exp(-lower) * scale;
    double to = kind.quantile(1 - TAIL) * Math.exp(upper) * scale;
    return new Said(now, place, hands, Math.min(from, to), to);
  }

  private Waits kind(int place) {
    int power = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(place);
    return waits.get(Math.min(power, KINDS - 1));
  }

  private static double moved(double end, boolean passed) {
    return Math.clamp(end + STEP * ((passed ? 1 : 0) - TAIL), -FARTHEST, FARTHEST);
  }

  private static Wait wait(Said range) {
    return new Wait(seconds(range.from()), seconds(range.to()));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
