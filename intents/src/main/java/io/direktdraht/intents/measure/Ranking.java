package io.direktdraht.intents.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How well a score parts two kinds of lines: the probability that one of the first kind scores
/// above one of the second, which is the area under the ROC curve. A tie counts half.
public final class Ranking {
  private double[][] scores = {new double[256], new double[256]};
  private final int[] n = new int[2];

  /// Where both lists are there.
  public static double area(double[] first, double[] second) {
    var above = first.clone();
    var below = second.clone();
    Arrays.sort(above);
    Arrays.sort(below);
    double won = 0;
    int less = 0;
    int upTo = 0;
    for (double score : above) {
      while (less < below.length && below[less] < score) less++;
      while (upTo < below.length && below[upTo] <= score) upTo++;
      won += less + (upTo - less) / 2.0;
    }
    return won / ((double) above.length * below.length);
  }

  public void add(boolean first, double score) {
    int kind = first ? 0 : 1;
    if (n[kind] == scores[kind].length) scores[kind] = Arrays.copyOf(scores[kind], 2 * n[kind]);
    scores[kind][n[kind]++] = score;
  }

  /// Null where one of the kinds did not occur.
  public @Nullable Double area() {
    return n[0] == 0 || n[1] == 0
        ? null
        : area(Arrays.copyOf(scores[0], n[0]), Arrays.copyOf(scores[1], n[1]));
  }
}
