package io.direktdraht.intents.encode;

import io.direktdraht.intents.learn.Sentence;
import java.util.List;

/// A quick encoder that puts every sentence by its first word in one of eight corners, and counts
/// what it is asked.
public final class FirstWords implements Encoder {
  int asked;

  @Override
  public String name() {
    return "first-words";
  }

  @Override
  public int dimensions() {
    return 8;
  }

  /// In turn, so that it can count.
  @Override
  public List<float[]> encodeAll(List<Sentence> sentences) {
    return sentences.stream().map(this::encode).toList();
  }

  @Override
  public float[] encode(Sentence sentence) {
    asked++;
    var point = new float[8];
    point[Math.floorMod(sentence.text().split(" ")[0].hashCode(), 8)] = 1;
    return point;
  }
}
