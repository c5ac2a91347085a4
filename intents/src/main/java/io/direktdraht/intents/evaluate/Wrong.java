package io.direktdraht.intents.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// A line that came out wrong: what was right, what came instead and with which probability;
/// `verdict` is what the bot would have made of it.
public record Wrong(
    String language, String expected, String got, double probability, String verdict, String text) {

  /// Where there is no intent to name.
  public static final String NONE = "none";

  /// Keeps those that were believed most, and forgets the others.
  public static final class Worst {
    private static final int KEPT = 100;
    private static final Comparator<Wrong> BY_PROBABILITY =
        Comparator.comparingDouble(Wrong::probability);
    private final PriorityQueue<Wrong> kept = new PriorityQueue<>(BY_PROBABILITY);

    public void add(Wrong wrong) {
      kept.add(wrong);
      if (kept.size() > KEPT) kept.poll();
    }

    public List<Wrong> list() {
      return kept.stream().sorted(BY_PROBABILITY.reversed()).toList();
    }
  }
}
