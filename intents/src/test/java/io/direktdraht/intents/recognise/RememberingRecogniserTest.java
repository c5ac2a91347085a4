package io.direktdraht.intents.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingRecogniserTest {
  private final List<String> asked = new ArrayList<>();
  private final RememberingRecogniser recogniser = new RememberingRecogniser(new Counted());

  private final Understanding hello = Recognisers.shipped().understand("hallo");

  private final class Counted implements Recogniser {
    @Override
    public Understanding understand(String text) {
      asked.add(text);
      return text.startsWith("hallo") ? hello : Recognisers.shipped().understand(text);
    }

    @Override
    public String catalogueVersion() {
      return "1";
    }
  }

  @Test
  void understandsTheSameWordsOnce() {
    var first = recogniser.understand("wo bleibt mein paket");
    assertThat(recogniser.understand("wo bleibt mein paket")).isSameAs(first);
    assertThat(asked).hasSize(1);
  }

  @Test
  void looksAgainWhereADayOrAPersonIsNamed() {
    for (var text : List.of("kommt das paket morgen", "meine adresse ist eva@example.org")) {
      recogniser.understand(text);
      recogniser.understand(text);
    }
    assertThat(asked).hasSize(4);
  }

  @Test
  void forgetsWhatWasSaidWhenSomebodyIsErased() {
    recogniser.understand("hier spricht eva muster");
    recogniser.forget();
    recogniser.understand("hier spricht eva muster");
    assertThat(asked).hasSize(2);
  }

  @Test
  void keepsNoLongMessages() {
    var text = "ich warte ".repeat(20);
    recogniser.understand(text);
    recogniser.understand(text);
    assertThat(asked).hasSize(2);
  }

  @Test
  void forgetsTheEldest() {
    recogniser.understand("hallo");
    for (int i = 0; i < 4_000; i++)
      recogniser.understand(
          "hallo"
              + "!".repeat(i % 50)
              + (char) ('a' + i % 26)
              + (char) ('a' + i / 26 % 26)
              + (char) ('a' + i / 676));
    asked.clear();
    recogniser.understand("hallo");
    assertThat(asked).containsExactly("hallo");
  }
}
