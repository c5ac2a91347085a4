package io.direktdraht.intents.measure;

import java.util.Arrays;

/// Milliseconds a message takes: half of all are faster than `p50`, 99 of 100 faster than `p99`.
public record Latency(double p50, double p99) {
  /// Gathers times message by message.
  public static final class Tally {
    private long[] nanos = new long[1_024];
    private int n;

    public void add(long taken) {
      if (n == nanos.length) nanos = Arrays.copyOf(nanos, 2 * n);
      nanos[n++] = taken;
    }

    public Latency score() {
      var sorted = Arrays.copyOf(nanos, n);
      Arrays.sort(sorted);
      return new Latency(rank(sorted, 0.5), rank(sorted, 0.99));
    }

    /// The nearest rank: a time that did occur.
    private static double rank(long[] sorted, double share) {
      if (sorted.length == 0) return 0;
      int rank = (int) Math.ceil(share * sorted.length);
      return sorted[Math.max(1, rank) - 1] / 1e6;
    }
  }
}
