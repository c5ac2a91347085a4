package io.direktdraht.intents.learn;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Learns the plane between one label and all others: a linear support vector machine with squared
/// hinge loss, by dual coordinate descent with shrinking (Hsieh et al., A Dual Coordinate Descent
/// Method for Large-scale Linear SVM, ICML 2008, algorithm 3; the solver of LIBLINEAR), on arrays
/// that all labels share.
final class SupportVectors {
  private static final double PRECISION = 0.5;
  private static final int ROUNDS = 60;
  private final FeatureVector[] texts;
  private final double[] squares;
  private final float[] weights;
  private final float[][] dense;
  private float bias;

  /// How many grams there are, and how many places each encoder has.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Shape(int grams, int[] dense) {}

  /// The plane: a weight per gram, one per dense place, and the bias.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Plane(float[] grams, float[][] dense, float bias) {
    Plane reversed() {
      var parts = Arrays.stream(dense).map(SupportVectors::negated).toArray(float[][]::new);
      return new Plane(negated(grams), parts, -bias);
    }
  }

  private SupportVectors(FeatureVector[] texts, Shape shape) {
    this.texts = texts;
    this.squares = Arrays.stream(texts).mapToDouble(FeatureVector::squares).toArray();
    this.weights = new float[shape.grams()];
    this.dense = Arrays.stream(shape.dense()).mapToObj(float[]::new).toArray(float[][]::new);
  }

  /// `sides` are +1 or -1, `costs` what a violation of each text costs.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Task(List<FeatureVector> texts, byte[] sides, float[] costs) {}

  static Plane learn(Task task, Shape shape) {
    var machine = new SupportVectors(task.texts().toArray(FeatureVector[]::new), shape);
    machine.descend(task.sides(), task.costs());
    return new Plane(machine.weights, machine.dense, machine.bias);
  }

  private void descend(byte[] sides, float[] costs) {
    var alphas = new double[texts.length];
    var active = IntStream.range(0, texts.length).toArray();
    int size = texts.length;
    double bound = Double.POSITIVE_INFINITY; // who lies further on the right side is left out
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(active, size, random);
      double most = Double.NEGATIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < size; k++) {
        int i = active[k];
        double ridge = 0.5 / costs[i];
        double gradient = sides[i] * margin(texts[i]) - 1 + ridge * alphas[i];
        if (alphas[i] == 0 && gradient > bound) {
          size--;
          active[k--] = active[size];
          active[size] = i;
          continue;
        }
        double projected = alphas[i] == 0 ? Math.min(0, gradient) : gradient;
        most = Math.max(most, projected);
        least = Math.min(least, projected);
        if (projected == 0) continue;
        double next = Math.max(0, alphas[i] - gradient / (squares[i] + ridge));
        add(texts[i], (float) ((next - alphas[i]) * sides[i]));
        alphas[i] = next;
      }
      boolean settled = most - least <= PRECISION;
      if (settled && size == texts.length) return;
      if (settled) size = texts.length; // look at everybody once more
      bound = settled || most <= 0 ? Double.POSITIVE_INFINITY : most;
    }
  }

  private double margin(FeatureVector text) {
    var indices = text.grams().indices();
    var values = text.grams().values();
    float sum = bias;
    for (int i = 0; i < indices.length; i++) sum += weights[indices[i]] * values[i];
    for (int part = 0; part < dense.length; part++) sum += dot(dense[part], text.dense()[part]);
    return sum;
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

  private void add(FeatureVector text, float step) {
    var indices = text.grams().indices();
    var values = text.grams().values();
    for (int i = 0; i < indices.length; i++) weights[indices[i]] += step * values[i];
    for (int part = 0; part < dense.length; part++) {
      var places = text.dense()[part];
      for (int i = 0; i < places.length; i++) dense[part][i] += step * places[i];
    }
    bias += step;
  }

  private static void shuffle(int[] list, int size, RandomGenerator random) {
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
