package io.direktdraht.intents.encode;

import io.direktdraht.intents.learn.GramBlock;
import io.direktdraht.intents.learn.Grams;
import io.direktdraht.intents.learn.Sentence;
import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// A bag of German and English grams that learnt from a teacher where sentences lie: each gram has
/// a direction, a text goes where its grams pull. Weights are bytes with one scale per gram.
public final class Student implements Encoder {
  private final GramBlock words;
  private final GramBlock characters;
  private final int dimensions;
  private final byte[] weights;
  private final float[] scales;

  Student(GramBlock words, GramBlock characters, float[][] rows) {
    this.words = words;
    this.characters = characters;
    this.dimensions = rows[0].length;
    this.weights = new byte[rows.length * dimensions];
    this.scales = new float[rows.length];
    for (int row = 0; row < rows.length; row++) quantise(rows[row], row);
  }

  private Student(
      GramBlock words, GramBlock characters, int dimensions, byte[] weights, float[] scales) {
    this.words = words;
    this.characters = characters;
    this.dimensions = dimensions;
    this.weights = weights;
    this.scales = scales;
  }

  /// With a hash of what it learnt: a model learnt with another student is another model.
  @Override
  public String name() {
    return "student-"
        + Integer.toHexString(31 * Arrays.hashCode(weights) + Arrays.hashCode(scales));
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public float weight() {
    return 0.7f;
  }

  /// It is a bag of grams itself: less is gained.
  @Override
  public float amongFew() {
    return 2;
  }

  @Override
  public boolean slow() {
    return false;
  }

  /// German and English alike; at the origin when no gram is known.
  @Override
  public float[] encode(Sentence sentence) {
    return encode(sentence.grams());
  }

  float[] encode(Grams grams) {
    var point = new float[dimensions];
    add(point, 0, words, grams.words());
    add(point, words.size(), characters, grams.characters());
    return unit(point);
  }

  void write(DataOutput out) throws IOException {
    words.write(out);
    characters.write(out);
    out.writeInt(dimensions);
    out.writeInt(scales.length);
    for (float scale : scales) out.writeFloat(scale);
    out.write(weights);
  }

  public static Student read(DataInput in) throws IOException {
    var words = GramBlock.read(in);
    var characters = GramBlock.read(in);
    int dimensions = in.readInt();
    var scales = new float[in.readInt()];
    for (int i = 0; i < scales.length; i++) scales[i] = in.readFloat();
    var weights = new byte[scales.length * dimensions];
    in.readFully(weights);
    return new Student(words, characters, dimensions, weights, scales);
  }

  /// The one that ships; `training/student.md` tells what it learnt from.
  public static Student bundled() {
    try (var in = Student.class.getResourceAsStream("student.bin")) {
      if (in == null) throw new IllegalStateException("student.bin is missing from this jar");
      return read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled student cannot be read", e);
    }
  }

  static float[] unit(float[] point) {
    double squares = 0;
    for (float one : point) squares += one * one;
    if (squares == 0) return point;
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < point.length; i++) point[i] /= length;
    return point;
  }

  private void add(float[] point, int firstRow, GramBlock block, long[] grams) {
    var vector = block.vector(grams);
    for (int i = 0; i < vector.indices().length; i++) {
      int row = firstRow + vector.indices()[i];
      float value = vector.values()[i] * scales[row];
      int start = row * dimensions;
      for (int place = 0; place < dimensions; place++)
        point[place] += value * weights[start + place];
    }
  }

  private void quantise(float[] values, int row) {
    float largest = 0;
    for (float value : values) largest = Math.max(largest, Math.abs(value));
    scales[row] = largest == 0 ? 1 : largest / Byte.MAX_VALUE;
    for (int i = 0; i < dimensions; i++)
      weights[row * dimensions + i] = (byte) Math.round(values[i] / scales[row]);
  }
}
