package io.direktdraht.intents.measure;

import java.util.ArrayList;
import java.util.List;

/// How far a probability can be trusted: said against true, and the error that remains when only
/// the surest are answered.
public record Reliability(List<Bin> bins, List<Point> curve) {
  private static final int BINS = 10;
  private static final int STEPS = 1_000;

  public Reliability {
    bins = List.copyOf(bins);
    curve = List.copyOf(curve);
  }

  /// Lines of similar probability: the sum of their probabilities, and how many were right.
  public record Bin(int n, double said, int right) {
    public double confidence() {
      return n == 0 ? 0 : said / n;
    }

    public double accuracy() {
      return n == 0 ? 0 : (double) right / n;
    }
  }

  /// Answering this share of all lines, the surest first, this share of the answers is wrong.
  public record Point(double coverage, double risk) {}

  /// Expected calibration error over ten equal bins (Naeini et al., 2015).
  public double ece() {
    int n = bins.stream().mapToInt(Bin::n).sum();
    double error = bins.stream().mapToDouble(bin -> Math.abs(bin.said() - bin.right())).sum();
    return n == 0 ? 0 : error / n;
  }

  /// Counts line by line.
  public static final class Tally {
    private final int[] n = new int[BINS];
    private final double[] said = new double[BINS];
    private final int[] right = new int[BINS];
    private final int[] stepped = new int[STEPS];
    private final int[] wrong = new int[STEPS];

    public void add(double probability, boolean isRight) {
      int bin = slot(probability, BINS);
      int step = slot(probability, STEPS);
      n[bin]++;
      said[bin] += probability;
      stepped[step]++;
      if (isRight) right[bin]++;
      else wrong[step]++;
    }

    public Reliability score() {
      var bins = new ArrayList<Bin>();
      for (int i = 0; i < BINS; i++) bins.add(new Bin(n[i], said[i], right[i]));
      return new Reliability(bins, curve(bins.stream().mapToInt(Bin::n).sum()));
    }

    private List<Point> curve(int all) {
      var points = new ArrayList<Point>();
      int answered = 0;
      int wrongly = 0;
      for (int step = STEPS - 1; step >= 0; step--) {
        if (stepped[step] == 0) continue;
        answered += stepped[step];
        wrongly += wrong[step];
        points.add(new Point((double) answered / all, (double) wrongly / answered));
      }
      return points;
    }

    private static int slot(double probability, int slots) {
      return Math.clamp((int) (probability * slots), 0, slots - 1);
    }
  }
}
