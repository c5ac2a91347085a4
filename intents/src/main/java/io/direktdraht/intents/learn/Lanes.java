package io.direktdraht.intents.learn;

import io.direktdraht.intents.learn.SupportVectors.Plane;
import java.util.Arrays;

/// The weights of up to eight planes. Those of grams lie side by side, so that what one text meets
/// of all planes comes in one piece of memory; those of encoders lie plane by plane, in runs that
/// the processor takes many at a time.
final class Lanes {
  static final int WIDTH = 8;
  private static final int RUN = 64;
  private final int count;
  private final float[] grams;
  private final float[][][] dense;
  private final float[] biases = new float[WIDTH];
  private final float[] run = new float[RUN];

  Lanes(SupportVectors.Shape shape, int count) {
    this.count = count;
    grams = new float[shape.grams() * WIDTH];
    dense =
        Arrays.stream(shape.dense())
            .mapToObj(places -> new float[count][places])
            .toArray(float[][][]::new);
  }

  /// Into `sums`, which is returned.
  float[] margins(FeatureVector text, float[] sums) {
    System.arraycopy(biases, 0, sums, 0, WIDTH);
    addTo(sums, text.grams());
    for (int part = 0; part < dense.length; part++) {
      var places = text.dense()[part];
      if (places.length == 0) continue;
      for (int lane = 0; lane < count; lane++) sums[lane] += dot(dense[part][lane], places);
    }
    return sums;
  }

  /// Pulls each plane towards the text by its share.
  void add(FeatureVector text, float[] pull) {
    var indices = text.grams().indices();
    var values = text.grams().values();
    for (int i = 0; i < indices.length; i++) {
      int row = indices[i] * WIDTH;
      for (int lane = 0; lane < WIDTH; lane++) grams[row + lane] += values[i] * pull[lane];
    }
    for (int part = 0; part < dense.length; part++)
      for (int lane = 0; lane < count; lane++)
        if (pull[lane] != 0) add(dense[part][lane], text.dense()[part], pull[lane]);
    for (int lane = 0; lane < count; lane++) biases[lane] += pull[lane];
  }

  Plane plane(int lane) {
    var column = new float[grams.length / WIDTH];
    for (int i = 0; i < column.length; i++) column[i] = grams[i * WIDTH + lane];
    var parts = Arrays.stream(dense).map(part -> part[lane]).toArray(float[][]::new);
    return new Plane(column, parts, biases[lane]);
  }

  private static void add(float[] weights, float[] places, float pull) {
    for (int i = 0; i < places.length; i++) weights[i] += pull * places[i];
  }

  /// Sums of places that are a run apart need not wait for each other.
  private float dot(float[] weights, float[] places) {
    Arrays.fill(run, 0);
    int i = 0;
    for (; i + RUN <= places.length; i += RUN)
      for (int j = 0; j < RUN; j++) run[j] += weights[i + j] * places[i + j];
    for (int j = 0; i < places.length; i++, j++) run[j] += weights[i] * places[i];
    for (int half = RUN / 2; half > 4; half /= 2)
      for (int j = 0; j < half; j++) run[j] += run[j + half];
    return run[0] + run[1] + (run[2] + run[3]) + (run[4] + run[5] + (run[6] + run[7]));
  }

  private void addTo(float[] sums, SparseVector text) {
    var indices = text.indices();
    var values = text.values();
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    for (int i = 0; i < indices.length; i++) {
      int row = indices[i] * WIDTH;
      float value = values[i];
      a += grams[row] * value;
      b += grams[row + 1] * value;
      c += grams[row + 2] * value;
      d += grams[row + 3] * value;
      e += grams[row + 4] * value;
      f += grams[row + 5] * value;
      g += grams[row + 6] * value;
      h += grams[row + 7] * value;
    }
    sums[0] += a;
    sums[1] += b;
    sums[2] += c;
    sums[3] += d;
    sums[4] += e;
    sums[5] += f;
    sums[6] += g;
    sums[7] += h;
  }
}
