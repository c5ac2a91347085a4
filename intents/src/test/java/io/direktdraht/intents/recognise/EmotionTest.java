package io.direktdraht.intents.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmotionTest {
  private final LearntRecogniser recogniser = Recognisers.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ICH BIN STINKSAUER, WAS SOLL DER SCHEISS!!!",
        "this is a bloody disgrace, I am furious",
        "so eine Unverschämtheit, ihr verarscht mich doch"
      })
  void hearsAnger(String text) {
    assertThat(recogniser.understand(text).emotion())
        .matches(Emotion::strong)
        .extracting(Emotion::feeling)
        .isIn(Feeling.ANGER, Feeling.FRUSTRATION, Feeling.SARCASM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ich bin verzweifelt und weine", "I'm desperate, I can't take it any more"})
  void hearsDistress(String text) {
    assertThat(recogniser.understand(text).emotion())
        .matches(Emotion::strong)
        .extracting(Emotion::feeling)
        .isIn(Feeling.SADNESS, Feeling.ANXIETY, Feeling.FRUSTRATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sie hören von meinem Anwalt", "my lawyer will be in touch, see you in court",
        "der akku brennt und qualmt", "I got an electric shock from it",
        "my son has eaten some of the slug pellets"
      })
  void hearsThreatsAndDanger(String text) {
    assertThat(recogniser.understand(text).emotion())
        .matches(Emotion::strong)
        .extracting(Emotion::feeling)
        .isIn(Feeling.THREAT_LEGAL, Feeling.SAFETY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wo ist mein paket", "which payment methods are there", "todschickes Sofa",
        "wie lange brennt die kerze", "leider eine Nummer zu klein", "thank you so much!!!"
      })
  void staysCalmWhenNothingIsWrong(String text) {
    assertThat(recogniser.understand(text).emotion().strong()).isFalse();
  }

  @Test
  void namesTheTellingWordsInTheirOrder() {
    assertThat(
            recogniser.understand("Das ist eine Frechheit, ich gehe zum Anwalt").emotion().words())
        .contains("Frechheit", "Anwalt");
  }
}
