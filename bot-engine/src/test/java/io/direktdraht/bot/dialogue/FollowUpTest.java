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
  @ValueSource(
      strings = {
        "ja gern",
        "Ja, das wäre super",
        "ja, unbedingt",
        "yes please do",
        "Klar, gerne!",
        "sure, that would be great",
        "das wäre nett",
        "bitte, das hilft mir"
      })
  void agreesWhateverIsSaidBesides(String text) {
    assertThat(FollowUp.agrees(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ja, aber erst mal eine Frage",
        "nein danke",
        "yes but not now",
        "ja wo ist denn mein Paket?",
        "bitte nicht",
        "klar ist das nicht",
        "wie lange dauert das"
      })
  void hesitates(String text) {
    assertThat(FollowUp.agrees(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "das zweite",
        "nein, das zweite",
        "2",
        "the second one please",
        "ich meinte die zweite",
        "nicht das erste, das zweite",
        "not the first one, the second"
      })
  void choosesByItsPlace(String text) {
    assertThat(FollowUp.chosen(text, List.of("a", "b"))).contains("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja genau", "das erste", "yes that's right", "richtig", "1"})
  void choosesTheFirstByAgreeing(String text) {
    assertThat(FollowUp.chosen(text, List.of("a", "b"))).contains("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nein, nicht richtig",
        "no, that's not right",
        "Wo ist meine erste Bestellung?",
        "is it the right size?",
        "ich habe 2 Pakete",
        "nein",
        "das ist falsch"
      })
  void choosesNothing(String text) {
    assertThat(FollowUp.chosen(text, List.of("a", "b"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja ", "danke, ", "nein ", "nicht nötig. ", "das ist ", "!", "so nicht "})
  void takesAnyLength(String word) {
    for (var opening : List.of("ja ", "nein ", "")) {
      var words = opening + word.repeat(20_000 / word.length());
      assertThat(FollowUp.yes(words)).isFalse();
      assertThat(FollowUp.agrees(words)).isFalse();
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
