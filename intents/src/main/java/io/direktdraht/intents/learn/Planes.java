package io.direktdraht.intents.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// Many planes side by side, so that one walk over a text's features gives all margins: how far on
/// which side of each plane it lies.
final class Planes {
  private final float[][] byGram;
  private final float[][][] byEncoder;
  private final float[] biases;

  private Planes(float[][] byGram, float[][][] byEncoder, float[] biases) {
    this.byGram = byGram;
    this.byEncoder = byEncoder;
    this.biases = biases;
  }

  static Planes of(List<SupportVectors.Plane> planes) {
    int count = planes.size();
    var first = planes.getFirst();
    var byGram = new float[first.grams().length][count];
    var byEncoder = new float[first.dense().length][][];
    for (int part = 0; part < byEncoder.length; part++)
      byEncoder[part] = new float[first.dense()[part].length][count];
    var biases = new float[count];
    for (int label = 0; label < count; label++) {
      var plane = planes.get(label);
      biases[label] = plane.bias();
      spread(plane.grams(), byGram, label);
      for (int part = 0; part < byEncoder.length; part++)
        spread(plane.dense()[part], byEncoder[part], label);
    }
    return new Planes(byGram, byEncoder, biases);
  }

  /// Through the origin everywhere, before anything is learnt.
  static Planes zero(SupportVectors.Shape shape, int count) {
    var dense = shape.dense();
    var byEncoder = new float[dense.length][][];
    for (int part = 0; part < dense.length; part++) byEncoder[part] = new float[dense[part]][count];
    return new Planes(new float[shape.grams()][count], byEncoder, new float[count]);
  }

  /// Pulls each plane towards the text by its share.
  void add(FeatureVector text, float[] pull) {
    add(biases, pull, 1);
    var indices = text.grams().indices();
    for (int i = 0; i < indices.length; i++)
      add(byGram[indices[i]], pull, text.grams().values()[i]);
    for (int part = 0; part < byEncoder.length; part++) {
      var places = text.dense()[part];
      for (int i = 0; i < places.length; i++) add(byEncoder[part][i], pull, places[i]);
    }
  }

  float[] margins(FeatureVector text) {
    var margins = biases.clone();
    var indices = text.grams().indices();
    for (int i = 0; i < indices.length; i++)
      add(margins, byGram[indices[i]], text.grams().values()[i]);
    for (int part = 0; part < byEncoder.length; part++) {
      var places = text.dense()[part];
      for (int i = 0; i < places.length; i++) add(margins, byEncoder[part][i], places[i]);
    }
    return margins;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(biases.length);
    write(out, new float[][] {biases});
    write(out, byGram);
    out.writeInt(byEncoder.length);
    for (var part : byEncoder) write(out, part);
  }

  static Planes read(DataInput in) throws IOException {
    int count = in.readInt();
    var biases = rows(in, count)[0];
    var byGram = rows(in, count);
    var byEncoder = new float[in.readInt()][][];
    for (int part = 0; part < byEncoder.length; part++) byEncoder[part] = rows(in, count);
    return new Planes(byGram, byEncoder, biases);
  }

  private static void spread(float[] weights, float[][] byFeature, int label) {
    for (int i = 0; i < weights.length; i++) byFeature[i][label] = weights[i];
  }

  private static void add(float[] margins, float[] weights, float value) {
    for (int i = 0; i < margins.length; i++) margins[i] += value * weights[i];
  }

  private static void write(DataOutput out, float[][] rows) throws IOException {
    out.writeInt(rows.length);
    for (var row : rows) for (float one : row) out.writeFloat(one);
  }

  private static float[][] rows(DataInput in, int width) throws IOException {
    var rows = new float[in.readInt()][width];
    for (var row : rows) for (int i = 0; i < width; i++) row[i] = in.readFloat();
    return rows;
  }
}
