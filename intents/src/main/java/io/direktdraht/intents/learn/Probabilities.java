package io.direktdraht.intents.learn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The probability of each label; together they are one.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Probabilities(List<String> labels, double[] values) {
  public record One(String label, double probability) {}

  /// Zero for a label that was not learnt.
  public double of(String label) {
    int place = labels.indexOf(label);
    return place < 0 ? 0 : values[place];
  }

  /// The mean of two opinions on the same labels, of which the other has this share.
  public Probabilities averagedWith(Probabilities other, double share) {
    if (!labels.equals(other.labels)) throw new IllegalArgumentException("other labels");
    var mean = new double[values.length];
    for (int i = 0; i < mean.length; i++)
      mean[i] = (1 - share) * values[i] + share * other.values[i];
    return new Probabilities(labels, mean);
  }

  /// The likeliest, without sorting the others.
  public One best() {
    int best = 0;
    for (int i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
    return new One(labels.get(best), values[best]);
  }

  public List<One> bestFirst() {
    return IntStream.range(0, values.length)
        .mapToObj(i -> new One(labels.get(i), values[i]))
        .sorted(Comparator.comparingDouble(One::probability).reversed())
        .toList();
  }
}
