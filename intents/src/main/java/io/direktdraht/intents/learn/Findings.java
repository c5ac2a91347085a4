package io.direktdraht.intents.learn;

import io.direktdraht.intents.learn.Calibration.HeldOut;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// What cross-validation found: the share of texts whose likeliest label was right, and which
/// probability of the biased label so many of all other texts did not exceed, in steps of half a
/// percent.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Findings(double accuracy, double[] biased) {
  private static final int STEPS = 200;

  static Findings of(List<HeldOut> heldOut, Calibration calibration) {
    int own = calibration.biasedLabel();
    int right = 0;
    for (var one : heldOut)
      if (likeliest(calibration.probabilities(one.margins())) == one.label()) right++;
    var others =
        heldOut.stream()
            .filter(one -> one.label() != own)
            .mapToDouble(one -> own < 0 ? 0 : calibration.probabilities(one.margins())[own])
            .sorted()
            .toArray();
    var biased = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++)
      biased[i] = others.length == 0 ? 1 : others[(int) ((long) (others.length - 1) * i / STEPS)];
    return new Findings((double) right / heldOut.size(), biased);
  }

  double retaining(double share) {
    if (share < 0 || share > 1)
      throw new IllegalArgumentException("a share must be from 0 to 1, was " + share);
    return biased[(int) Math.round(share * STEPS)];
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(accuracy);
    for (double value : biased) out.writeDouble(value);
  }

  static Findings read(DataInput in) throws IOException {
    double accuracy = in.readDouble();
    var biased = new double[STEPS + 1];
    for (int i = 0; i < biased.length; i++) biased[i] = in.readDouble();
    return new Findings(accuracy, biased);
  }

  private static int likeliest(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++)
      if (probabilities[i] > probabilities[best]) best = i;
    return best;
  }
}
