package io.direktdraht.intents.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Sentence;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxEncoderTest {
  private static final OnnxEncoder ENCODER = OnnxEncoder.english();

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  /// Its numbers are of 8 bits, scaled by all texts of a run: company moves a point a little.
  @Test
  void putsManyTextsWhereItPutsEachAlone() {
    var sentences = new ArrayList<Sentence>();
    for (int i = 0; i < 40; i++) {
      sentences.add(Sentence.of("where is my parcel" + " please".repeat(i % 7), Language.EN));
      sentences.add(Sentence.of("wo ist mein Paket", Language.DE));
    }
    sentences.add(Sentence.of("  ", Language.EN));
    var points = ENCODER.encodeAll(sentences);
    for (int i = 0; i < sentences.size(); i++)
      if (i % 2 == 0 && i < 80)
        assertThat(cosine(points.get(i), ENCODER.encode(sentences.get(i)))).isGreaterThan(0.98);
      else assertThat(points.get(i)).isSameAs(Encoder.UNKNOWN);
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
    return sum;
  }
}
