package io.direktdraht.intents.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How close the nearest known text of a label lies, by the encoders' points.
public final class Neighbours {
  private final Map<String, List<FeatureVector>> known = new HashMap<>();

  private Neighbours() {}

  public static Neighbours of(List<Classifier.Example> known) {
    var neighbours = new Neighbours();
    for (var one : known)
      neighbours.known.computeIfAbsent(one.label(), _ -> new ArrayList<>()).add(one.vector());
    return neighbours;
  }

  /// The cosine of the nearest, summed over the encoders in proportion to their weights; 0 when no
  /// encoder knows the text.
  public double nearest(FeatureVector vector, String label) {
    double squares = 0;
    for (var part : vector.dense()) squares += SupportVectors.dot(part, part);
    if (squares == 0) return 0;
    double nearest = -1;
    for (var other : known.getOrDefault(label, List.of())) {
      double sum = 0;
      for (int part = 0; part < vector.dense().length; part++)
        if (other.dense()[part].length > 0)
          sum += SupportVectors.dot(other.dense()[part], vector.dense()[part]);
      nearest = Math.max(nearest, sum / squares);
    }
    return nearest;
  }
}
