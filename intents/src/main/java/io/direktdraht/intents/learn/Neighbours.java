package io.direktdraht.intents.learn;

import java.util.List;

/// How close the nearest known text lies, by the encoders' points.
public final class Neighbours {
  private final FeatureVector[] known;

  private Neighbours(FeatureVector[] known) {
    this.known = known;
  }

  public static Neighbours of(List<FeatureVector> known) {
    return new Neighbours(known.toArray(FeatureVector[]::new));
  }

  /// The cosine of the nearest, summed over the encoders in proportion to their weights; 0 when no
  /// encoder knows the text.
  public double nearest(FeatureVector vector) {
    double squares = 0;
    for (var part : vector.dense()) squares += SupportVectors.dot(part, part);
    if (squares == 0) return 0;
    double nearest = -1;
    for (var other : known) {
      double sum = 0;
      for (int part = 0; part < vector.dense().length; part++)
        if (other.dense()[part].length > 0)
          sum += SupportVectors.dot(other.dense()[part], vector.dense()[part]);
      nearest = Math.max(nearest, sum / squares);
    }
    return nearest;
  }
}
