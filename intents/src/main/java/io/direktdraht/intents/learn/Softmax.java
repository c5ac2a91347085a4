package io.direktdraht.intents.learn;

import io.direktdraht.intents.learn.Classifier.Example;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Learns all labels' planes against each other: multinomial logistic regression by stochastic dual
/// coordinate ascent (Shalev-Shwartz and Zhang, Stochastic Dual Coordinate Ascent Methods for
/// Regularized Loss Minimization, JMLR 2013, option III). Better than a machine per label where
/// examples are few, since each example then tells of every label; slower where they are many.
final class Softmax implements Teaching {
  /// What a text that is mistaken costs, beside the planes' lengths.
  private static final double COST = 10;

  /// After so many nothing changes any more that anybody could see.
  private static final int ROUNDS = 100;

  /// The inverse of the loss's curvature, which is at most a half.
  private static final double SMOOTH = 2;

  private final SupportVectors.Shape shape;
  private final List<Example> examples;
  private final int[] labels;
  private final int count;

  Softmax(SupportVectors.Shape shape, List<Example> examples, List<String> names) {
    this.shape = shape;
    this.examples = examples;
    this.count = names.size();
    this.labels =
        examples.stream().mapToInt(one -> Collections.binarySearch(names, one.label())).toArray();
  }

  @Override
  public Planes planes() {
    return planesOf(IntStream.range(0, labels.length).toArray());
  }

  @Override
  public Planes planesOf(int[] seen) {
    var planes = Planes.zero(shape, count);
    var held = new float[labels.length][count];
    var order = seen.clone();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int round = 0; round < ROUNDS; round++) {
      SupportVectors.shuffle(order, order.length, random);
      for (int text : order) step(planes, text, held[text]);
    }
    return planes;
  }

  private void step(Planes planes, int text, float[] held) {
    var vector = examples.get(text).vector();
    double cost = COST * examples.get(text).weight();
    double share = SMOOTH / (SMOOTH + cost * vector.squares());
    var pull = likelihoods(planes.margins(vector));
    for (int label = 0; label < count; label++) {
      double wanted = cost * ((label == labels[text] ? 1 : 0) - pull[label]);
      pull[label] = (float) (share * (wanted - held[label]));
      held[label] += pull[label];
    }
    planes.add(vector, pull);
  }

  private static float[] likelihoods(float[] margins) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float margin : margins) highest = Math.max(highest, margin);
    double sum = 0;
    for (int i = 0; i < margins.length; i++) {
      margins[i] = (float) Math.exp(margins[i] - highest);
      sum += margins[i];
    }
    for (int i = 0; i < margins.length; i++) margins[i] /= (float) sum;
    return margins;
  }
}
