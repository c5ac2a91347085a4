package io.direktdraht.intents.encode;

import io.direktdraht.intents.learn.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Encoders of one language each that put what means the same at the same place, so that what is
/// learnt of one language helps the other.
public final class OneSpace implements Encoder {
  private final List<OnnxEncoder> encoders;

  public OneSpace(List<OnnxEncoder> encoders) {
    this.encoders = List.copyOf(encoders);
  }

  /// German and English.
  public static OneSpace bundled() {
    return new OneSpace(List.of(OnnxEncoder.english(), OnnxEncoder.german()));
  }

  @Override
  public String name() {
    return encoders.stream().map(Encoder::name).collect(Collectors.joining("+"));
  }

  @Override
  public int dimensions() {
    return encoders.getFirst().dimensions();
  }

  @Override
  public float[] encode(Sentence sentence) {
    for (var encoder : encoders) {
      var point = encoder.encode(sentence);
      if (point.length > 0) return point;
    }
    return UNKNOWN;
  }

  @Override
  public List<float[]> encodeAll(List<Sentence> sentences) {
    var points = new ArrayList<>(encoders.getFirst().encodeAll(sentences));
    for (var encoder : encoders.subList(1, encoders.size())) {
      var others = encoder.encodeAll(sentences);
      for (int i = 0; i < points.size(); i++)
        if (points.get(i).length == 0) points.set(i, others.get(i));
    }
    return points;
  }
}
