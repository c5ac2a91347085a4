package io.direktdraht.console.desk.wait;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What waits from about the same place were like, in seconds for one place and one person at work.
///
/// Before there are any, they are taken to be like those of a queue whose `n` people are always
/// busy, for handling times that are exponential: somebody becomes free at the rate n / handling,
/// so the place k waits for k of them, an Erlang distribution (M/M/n; L. Kleinrock, Queueing
/// Systems I, 1975, 3.5). What is learnt replaces it.
final class Waits {
  private static final int REMEMBERED = 60;
  private static final int ENOUGH = 20;

  /// As many guesses as one has before the first wait: the deciles.
  private static final int GUESSES = 9;

  private final double[] guesses;
  private final Deque<Double> seen = new ArrayDeque<>();

  Waits(Duration handling, int place) {
    double mean = handling.toMillis() / 1000.0;
    guesses =
        IntStream.rangeClosed(1, GUESSES)
            .mapToDouble(i -> Gamma.quantile(mean, mean * mean / place, i / (double) (GUESSES + 1)))
            .toArray();
  }

  void add(double secondsForOne) {
    seen.addLast(secondsForOne);
    if (seen.size() > REMEMBERED) seen.removeFirst();
  }

  /// The value that this share of the waits stays under.
  double quantile(double p) {
    var sorted =
        DoubleStream.concat(
                seen.size() < ENOUGH ? DoubleStream.of(guesses) : DoubleStream.empty(),
                seen.stream().mapToDouble(Double::doubleValue))
            .sorted()
            .toArray();
    double at = p * (sorted.length + 1) - 1;
    int below = Math.clamp((long) Math.floor(at), 0, sorted.length - 1);
    int above = Math.min(below + 1, sorted.length - 1);
    double part = Math.clamp(at - below, 0, 1);
    return sorted[below] * (1 - part) + sorted[above] * part;
  }
}
