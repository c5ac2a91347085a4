package io.direktdraht.intents.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Language;
import io.direktdraht.intents.learn.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneSpaceTest {
  private static final OneSpace SPACE = OneSpace.bundled();
  private static final Map<String, String> TRANSLATIONS =
      Map.of(
          "wo bleibt denn mein Paket?", "where is my parcel?",
          "das Geld ist immer noch nicht zurück", "I still have not got my money back",
          "der Tisch ist zerkratzt angekommen", "the table arrived with scratches",
          "wie lange habt ihr heute offen", "how late are you open today?",
          "kann ich in Raten zahlen", "can I pay in instalments?",
          "passwort vergessn was nun", "I forgot my password",
          "ich will keine Werbung mehr von euch", "stop sending me your newsletter",
          "sucht ihr noch Leute für die Werkstatt", "are you hiring?");

  /// Words, spelling and order differ: only meaning is shared.
  @Test
  void putsAGermanSentenceNearestToItsEnglishTranslation() {
    TRANSLATIONS.forEach((german, english) -> {
      var point = SPACE.encode(Sentence.of(german, Language.DE));
      var nearest =
          TRANSLATIONS.values().stream()
              .max((one, other) -> Double.compare(near(point, one), near(point, other)))
              .orElseThrow();
      assertThat(nearest).as(german).isEqualTo(english);
    });
  }

  @Test
  void putsManyOfBothLanguagesWhereItPutsEachAlone() {
    var sentences = new ArrayList<Sentence>();
    TRANSLATIONS.forEach((german, english) -> {
      sentences.add(Sentence.of(german, Language.DE));
      sentences.add(Sentence.of(english, Language.EN));
    });
    var points = SPACE.encodeAll(sentences);
    for (int i = 0; i < sentences.size(); i++)
      assertThat(cosine(points.get(i), SPACE.encode(sentences.get(i)))).isGreaterThan(0.98);
  }

  @Test
  void knowsNothingOfAnEmptyText() {
    var blank = Sentence.of("  ", Language.DE);
    assertThat(SPACE.encode(blank)).isSameAs(Encoder.UNKNOWN);
    assertThat(SPACE.encodeAll(List.of(blank)).getFirst()).isSameAs(Encoder.UNKNOWN);
  }

  /// Their licences want that their names go wherever the weights go.
  @Test
  void namesWhoseSentencesItLearntFrom() throws IOException {
    try (var names = OneSpace.class.getResourceAsStream("README.md")) {
      assertThat(names).isNotNull();
      assertThat(new String(names.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Tatoeba (tatoeba.org)", "CC BY 2.0 FR", "Apache-2.0", "BSD-3-Clause");
    }
  }

  private static double near(float[] point, String english) {
    return cosine(point, SPACE.encode(Sentence.of(english, Language.EN)));
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
    return sum;
  }
}
