package io.direktdraht.intents.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UnderstandingPropertyTest {
  private static final LearntRecogniser RECOGNISER = Recognisers.shipped();

  @Property(tries = 300, seed = "20261122")
  void understandsAnyString(@ForAll String text) {
    check(text);
  }

  @Property(tries = 200, seed = "20261122")
  void understandsLoneSurrogatesAndMixtures(@ForAll long seed) {
    var random = new Random(seed);
    var parts =
        List.of(
            "\uD83D", "\uDE00", "12.", "€", "LH-402915", "@", "a", " ", "PLZ", "\u0000", "ß", "0");
    var text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    check(text.toString());
  }

  @Test
  void understandsVeryLongLinesQuickly() {
    for (var part :
        List.of("a", "1.", "a@", "LH-", "call me ", "mit mensch ", "!", "😀", "\uD83D")) {
      var text = part.repeat(100_000 / part.length());
      long before = System.nanoTime();
      check(text);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .as(part)
          .isLessThan(Duration.ofSeconds(30));
    }
  }

  private static void check(String text) {
    assertThatCode(() -> RECOGNISER.understand(text)).doesNotThrowAnyException();
    var understanding = RECOGNISER.understand(text);
    assertThat(understanding.outOfScope()).isBetween(0.0, 1.0);
    assertThat(understanding.languageConfidence()).isBetween(0.5, 1.0);
    assertThat(understanding.candidates())
        .allMatch(c -> c.probability() >= 0 && c.probability() <= 1);
    var emotion = understanding.emotion();
    assertThat(emotion.strength()).isBetween(0.0, 1.0);
    assertThat(emotion.words()).allMatch(text::contains);
    assertThat(understanding.entities())
        .allMatch(e -> 0 <= e.start() && e.start() < e.end() && e.end() <= text.length());
    assertThat(understanding.humanWish().words()).allMatch(text::contains);
  }
}
