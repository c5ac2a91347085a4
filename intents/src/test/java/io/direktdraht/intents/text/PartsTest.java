package io.direktdraht.intents.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
  @Test
  void cutsAtSentencesAndAtWordsThatBeginAnew() {
    assertThat(Parts.of("Wann habt ihr offen? Und wie kann ich bezahlen?"))
        .containsExactly("Wann habt ihr offen", "Und wie kann ich bezahlen");
    assertThat(Parts.of("wo ist mein paket und außerdem brauche ich die rechnung"))
        .containsExactly("wo ist mein paket", "brauche ich die rechnung");
    assertThat(Parts.of("I want to return the lamp, also where is my other parcel"))
        .containsExactly("I want to return the lamp", "where is my other parcel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hallo! Wo ist mein Paket?",
        "wo ist mein paket und wann kommt es",
        "LH-402915",
        "",
        "a b c. d e f. g h i. j k l. m n o."
      })
  void leavesTheRestWhole(String text) {
    assertThat(Parts.of(text)).isEmpty();
  }
}
