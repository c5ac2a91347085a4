package io.direktdraht.intents.encode;

import io.direktdraht.intents.learn.Sentence;
import java.util.List;

/// Puts a sentence where others that mean the same lie. The same sentence always gives the same
/// point, from any thread.
public interface Encoder {
  float[] UNKNOWN = {};

  /// What it is, for the hash of a learnt model and for reports.
  String name();

  int dimensions();

  /// A point at distance one, or `UNKNOWN` for a language that it does not know.
  float[] encode(Sentence sentence);

  /// The same direction at distance one; the origin stays where it is.
  static float[] unit(float[] point) {
    double squares = 0;
    for (float one : point) squares += one * one;
    if (squares == 0) return point;
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < point.length; i++) point[i] /= length;
    return point;
  }

  /// Many at once, in order.
  default List<float[]> encodeAll(List<Sentence> sentences) {
    return sentences.parallelStream().map(this::encode).toList();
  }
}
