package io.direktdraht.intents.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HumanWishTest {
  private final LearntRecogniser recogniser = Recognisers.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mensch bitte",
        "Mensch bitte, das Regal steht schief",
        "human please, the shelf is crooked",
        "MENSCH!!!",
        "can I talk to someone",
        "menshc",
        "mitarbeiter",
        "mitarbeitter",
        "echte person",
        "real human",
        "agent please",
        "operator",
        "kann ich jemanden sprechen",
        "speak to a representative",
        "0",
        "0 0 0",
        "ohne so nen chatbot bitte",
        "kann mich jemand anrufen",
        "bitte um Rückruf",
        "call me back",
        "Verbinden Sie mich mit einem Mitarbeiter",
        "I need to speak with a manager",
        "keinen bot bitte",
        "wie oft denn noch, ich will mit keinem computer reden",
        "i never want to speak to a bot again, get me a human being",
        "would one of your carpenters please ring"
      })
  void hearsTheWishForAPerson(String text) {
    assertThat(recogniser.understand(text).humanWish().wanted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wie viel mann braucht man fürs aufstellen",
        "die farbe spricht mich nicht an",
        "is there a person I can leave the parcel with",
        "bist du ein Mensch?",
        "are you a human or a bot",
        "sucht ihr mitarbeiter",
        "please don't call me",
        "der Mitarbeiter in der Filiale war sehr nett",
        "table for six people",
        "kann ich das erledigen ohne mit jemandem reden zu müssen",
        "ich möchte mit niemandem telefonieren müssen",
        "I would rather not talk to anyone, is there a form",
        "can it be done without calling you",
        "wo ist mein paket",
        "the driver is supposed to ring me before he comes, can you note that",
        "hält die leiter einen menschen mit 130 kilo",
        "möchte eine grußkarte mit persönlichem text dazu",
        "keiner soll sich deswegen bei mir melden, war nur neugierig",
        "nobody needs to ring about the kitchen, we have sorted it",
        "nicht weiterleiten, nicht verbinden, einfach sagen: ist morgen offen",
        "please don't transfer me anywhere, I only want to know if it's in stock",
        "1 2 3"
      })
  void isNotFooledByLookAlikes(String text) {
    assertThat(recogniser.understand(text).humanWish()).isEqualTo(HumanWish.NONE);
  }

  @Test
  void quotesTheWordsThatSaidSo() {
    var wish =
        recogniser.understand("Hallo, kann ich mit einem MITARBEITER sprechen? Danke").humanWish();
    assertThat(wish.words()).containsExactly("mit einem MITARBEITER sprechen");
  }
}
