package io.direktdraht.bot.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
  @ParameterizedTest
  @ValueSource(strings = {"ja", "Ja, bitte!", "ok danke", "Gerne, danke, bitte.", "yes please 🙂"})
  void hearsAYes(String text) {
    assertThat(FollowUp.yes(text)).isTrue();
    assertThat(FollowUp.no(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nein", "Nö, danke", "no thanks", "Nein! Nicht nötig, danke."})
  void hearsANo(String text) {
    assertThat(FollowUp.no(text)).isTrue();
    assertThat(FollowUp.yes(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja ", "danke, ", "nein ", "nicht nötig. ", "das ist ", "!", "so nicht "})
  void takesAnyLength(String word) {
    for (var opening : List.of("ja ", "nein ", "")) {
      var words = opening + word.repeat(20_000 / word.length());
      assertThat(FollowUp.yes(words)).isFalse();
      assertThat(FollowUp.no(words)).isFalse();
      assertThat(FollowUp.right(words)).isFalse();
      assertThat(FollowUp.wrong(words)).isFalse();
      assertThat(FollowUp.seen(words)).isFalse();
      assertThat(FollowUp.anotherOrder(words)).isFalse();
      assertThat(FollowUp.chosen(words, List.of("a", "b"))).isEmpty();
      assertThat(FollowUp.rather(words).isPresent()).isEqualTo(words.startsWith("nein"));
    }
  }
}
