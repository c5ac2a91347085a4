package io.direktdraht.intents.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// Turns margins into probabilities by a softmax with one temperature (Guo et al., On Calibration
/// of Modern Neural Networks, 2017) and two terms for one label: a bias, as in Platt scaling, and a
/// floor that wins when no label's margin is high, so that the strange counts as "none of these".
record Calibration(double scale, int biasedLabel, double bias, double floor) {
  /// Margins of texts the model had not seen, their labels and weights.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record HeldOut(float[] margins, int label, float weight) {}

  double[] probabilities(float[] margins) {
    var result = new double[margins.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < result.length; i++) {
      result[i] = scale * margins[i];
      if (i == biasedLabel) {
        result[i] = Math.log(Math.exp(result[i] + bias) + Math.exp(floor));
      }
      highest = Math.max(highest, result[i]);
    }
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.exp(result[i] - highest);
      sum += result[i];
    }
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  /// The same calibration where the biased label is so many times likelier beforehand.
  Calibration withOdds(double factor) {
    double shift = Math.log(factor);
    return new Calibration(scale, biasedLabel, bias + shift, floor + shift);
  }

  /// Surer by this factor, where texts in use are easier than those that were held out.
  Calibration sharpened(double factor) {
    return new Calibration(scale * factor, biasedLabel, bias * factor, floor * factor);
  }

  /// Least negative log likelihood, by a search that halves its steps.
  static Calibration fit(List<HeldOut> heldOut, int biasedLabel) {
    var best = new Calibration(4, biasedLabel, 0, -8);
    double least = best.loss(heldOut);
    for (double step = 2; step > 0.1; step /= 2) {
      boolean better = true;
      while (better) {
        better = false;
        for (var next : best.neighbours(step)) {
          double loss = next.loss(heldOut);
          if (loss < least) {
            least = loss;
            best = next;
            better = true;
          }
        }
      }
    }
    return best;
  }

  private List<Calibration> neighbours(double step) {
    return List.of(
        new Calibration(scale + step, biasedLabel, bias, floor),
        new Calibration(Math.max(0.1, scale - step), biasedLabel, bias, floor),
        new Calibration(scale, biasedLabel, bias + step / 2, floor),
        new Calibration(scale, biasedLabel, bias - step / 2, floor),
        new Calibration(scale, biasedLabel, bias, floor + step / 2),
        new Calibration(scale, biasedLabel, bias, floor - step / 2));
  }

  private double loss(List<HeldOut> heldOut) {
    return heldOut.parallelStream()
        .mapToDouble(one ->
            one.weight() * -Math.log(Math.max(1e-9, probabilities(one.margins())[one.label()])))
        .boxed()
        .toList()
        .stream()
        .mapToDouble(Double::doubleValue) // added in order: the same sum on any number of cores
        .sum();
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(scale);
    out.writeInt(biasedLabel);
    out.writeDouble(bias);
    out.writeDouble(floor);
  }

  static Calibration read(DataInput in) throws IOException {
    return new Calibration(in.readDouble(), in.readInt(), in.readDouble(), in.readDouble());
  }
}
