package io.direktdraht.intents.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.DoubleStream;

/// Which value so many of all values do not exceed, in steps of half a percent.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Percentiles(double[] values) {
  private static final int STEPS = 200;

  static Percentiles of(DoubleStream all) {
    var sorted = all.sorted().toArray();
    var values = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++)
      values[i] = sorted.length == 0 ? 1 : sorted[(int) ((long) (sorted.length - 1) * i / STEPS)];
    return new Percentiles(values);
  }

  double at(double share) {
    if (share < 0 || share > 1)
      throw new IllegalArgumentException("a share must be from 0 to 1, was " + share);
    return values[(int) Math.round(share * STEPS)];
  }

  void write(DataOutput out) throws IOException {
    for (double value : values) out.writeDouble(value);
  }

  static Percentiles read(DataInput in) throws IOException {
    var values = new double[STEPS + 1];
    for (int i = 0; i < values.length; i++) values[i] = in.readDouble();
    return new Percentiles(values);
  }
}
