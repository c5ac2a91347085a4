package io.direktdraht.intents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NormalTextTest {
  @Test
  void writesUmlautsInEverySpellingTheSame() {
    assertThat(NormalText.of("Rückgabe")).isEqualTo(NormalText.of("rueckgabe"));
    assertThat(NormalText.of("Rückgabe")).isEqualTo(NormalText.of("ruckgabe"));
    assertThat(NormalText.of("Straße")).isEqualTo(NormalText.of("strasse"));
  }

  @Test
  void keepsTheMoodOfEmoji() {
    assertThat(NormalText.of("😀")).isEqualTo(NormalText.of("🎉")).isNotBlank();
    assertThat(NormalText.of("😡"))
        .isEqualTo(NormalText.of("🤬"))
        .isNotEqualTo(NormalText.of("😀"));
    assertThat(NormalText.of("😭")).isNotEqualTo(NormalText.of("😡"));
    assertThat(NormalText.of("🙄")).isNotIn(NormalText.of("😭"), NormalText.of("😀"));
    assertThat(NormalText.of("\uD83D")).isEmpty(); // half an emoji
  }

  @Test
  void shortensElongationsAndFoldsDigits() {
    assertThat(NormalText.of("sooooo laaange 402915")).isEqualTo("soo laange 000000");
  }

  @Test
  void correctsMistypedKeyWordsButNotOtherWords() {
    var keys = new KeyWords(List.of("mensch", "representative"), Set.of("wunsch"));
    assertThat(keys.corrected("menshc")).isEqualTo("mensch");
    assertThat(keys.corrected("reprsentatve")).isEqualTo("representative");
    assertThat(keys.corrected("wunsch")).isEqualTo("wunsch");
    assertThat(keys.corrected("paket")).isEqualTo("paket");
  }
}
