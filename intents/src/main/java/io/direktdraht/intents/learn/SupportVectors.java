package io.direktdraht.intents.learn;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Learns the planes between labels and all others: linear support vector machines with squared
/// hinge loss, by dual coordinate descent with shrinking (Hsieh et al., A Dual Coordinate Descent
/// Method for Large-scale Linear SVM, ICML 2008, algorithm 3; the solver of LIBLINEAR). Up to eight
/// labels share a walk over the texts, because fetching a text from memory costs more than
/// reckoning with it.
final class SupportVectors {
  /// How many labels learn together.
  static final int TOGETHER = Lanes.WIDTH;

  /// How far from rest the planes may stay when this many texts hold them; where there are fewer,
  /// each counts more and a round costs less.
  private static final double ROUGH_FROM = 10_000;

  private static final double FINEST = 0.1;
  private static final int ROUNDS = 60;
  private final Task task;
  private final FeatureVector[] texts;
  private final int labels;
  private final float[] alphas;
  private final Lanes weights;

  /// How many grams there are, and how many places each encoder has.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Shape(int grams, int[] dense) {}

  /// Texts that many machines learn from, and their squared lengths.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Texts(FeatureVector[] vectors, double[] squares) {
    static Texts of(List<FeatureVector> texts) {
      return new Texts(
          texts.toArray(FeatureVector[]::new),
          texts.stream().mapToDouble(FeatureVector::squares).toArray());
    }
  }

  /// `sides` are +1 or -1, by label and text, `costs` what a violation of each text costs.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Task(Texts texts, byte[][] sides, float[] costs) {
    Task {
      if (sides.length == 0 || sides.length > TOGETHER)
        throw new IllegalArgumentException("1 to 8 labels learn together, were " + sides.length);
    }
  }

  /// The plane: a weight per gram, one per dense place, and the bias.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Plane(float[] grams, float[][] dense, float bias) {
    Plane reversed() {
      var parts = Arrays.stream(dense).map(SupportVectors::negated).toArray(float[][]::new);
      return new Plane(negated(grams), parts, -bias);
    }
  }

  /// A plane per label, and how much each text holds each of them.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Learnt(List<Plane> planes, float[] alphas) {}

  private SupportVectors(Task task, Shape shape) {
    this.task = task;
    this.texts = task.texts().vectors();
    this.labels = task.sides().length;
    this.alphas = new float[texts.length * labels];
    this.weights = new Lanes(shape, labels);
  }

  static Learnt learn(Task task, Shape shape) {
    var machine = new SupportVectors(task, shape);
    return machine.learnt(IntStream.range(0, machine.texts.length).toArray());
  }

  /// As if only these texts were there; quicker for beginning where all of them led.
  static List<Plane> relearn(Task task, Shape shape, Learnt all, int[] seen) {
    var machine = new SupportVectors(task, shape);
    var pull = new float[TOGETHER];
    for (int text : seen) {
      for (int label = 0; label < machine.labels; label++) {
        int place = text * machine.labels + label;
        machine.alphas[place] = all.alphas()[place];
        pull[label] = machine.alphas[place] * task.sides()[label][text];
      }
      machine.weights.add(machine.texts[text], pull);
    }
    return machine.learnt(seen.clone()).planes();
  }

  private Learnt learnt(int[] active) {
    descend(active);
    return new Learnt(IntStream.range(0, labels).mapToObj(weights::plane).toList(), alphas);
  }

  private void descend(int[] active) {
    int size = active.length;
    var progress = new Progress();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(active, size, random);
      for (int k = 0; k < size; k++) {
        int text = active[k];
        if (step(text, progress)) continue;
        size--;
        active[k--] = active[size];
        active[size] = text;
      }
      boolean settled = progress.settled();
      if (settled && size == active.length) return;
      if (settled) size = active.length; // look at everybody once more
      progress.next(settled);
    }
  }

  /// Moves all planes to where this text is content; false when none of them needs to look at it
  /// again.
  private boolean step(int text, Progress progress) {
    var margins = weights.margins(texts[text], progress.margins);
    double ridge = 0.5 / task.costs()[text];
    double curvature = task.texts().squares()[text] + ridge;
    boolean needed = false;
    boolean moved = false;
    for (int label = 0; label < labels; label++) {
      int place = text * labels + label;
      int side = task.sides()[label][text];
      double alpha = alphas[place];
      double gradient = side * margins[label] - 1 + ridge * alpha;
      progress.pull[label] = 0;
      if (alpha == 0 && gradient > progress.bounds[label]) continue;
      needed = true;
      double projected = alpha == 0 ? Math.min(0, gradient) : gradient;
      progress.saw(label, projected);
      if (projected == 0) continue;
      double next = Math.max(0, alpha - gradient / curvature);
      progress.pull[label] = (float) ((next - alpha) * side);
      alphas[place] = (float) next;
      moved = true;
    }
    if (moved) weights.add(texts[text], progress.pull);
    return needed;
  }

  /// How far from rest each label is, and from which gradient on a text is left out.
  private final class Progress {
    private final float[] margins = new float[TOGETHER];
    private final float[] pull = new float[TOGETHER];
    private final double[] bounds = new double[labels];
    private final double[] most = new double[labels];
    private final double[] least = new double[labels];
    private final double precision = Math.clamp(texts.length / ROUGH_FROM, FINEST, 1);

    private Progress() {
      next(true);
    }

    private void saw(int label, double projected) {
      most[label] = Math.max(most[label], projected);
      least[label] = Math.min(least[label], projected);
    }

    private boolean settled() {
      for (int label = 0; label < labels; label++)
        if (most[label] - least[label] > precision) return false;
      return true;
    }

    private void next(boolean everybody) {
      for (int label = 0; label < labels; label++) {
        boolean open = everybody || most[label] <= 0;
        bounds[label] = open ? Double.POSITIVE_INFINITY : most[label];
        most[label] = Double.NEGATIVE_INFINITY;
        least[label] = Double.POSITIVE_INFINITY;
      }
    }
  }

  /// Four sums at a time, so that none waits for the one before; 0 when the right side is empty.
  static float dot(float[] left, float[] right) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < right.length; i += 4) {
      a += left[i] * right[i];
      b += left[i + 1] * right[i + 1];
      c += left[i + 2] * right[i + 2];
      d += left[i + 3] * right[i + 3];
    }
    for (; i < right.length; i++) a += left[i] * right[i];
    return a + b + c + d;
  }

  /// The first so many of them.
  static void shuffle(int[] list, int size, RandomGenerator random) {
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = list[i];
      list[i] = list[j];
      list[j] = kept;
    }
  }

  private static float[] negated(float[] values) {
    var result = new float[values.length];
    for (int i = 0; i < result.length; i++) result[i] = -values[i];
    return result;
  }
}
