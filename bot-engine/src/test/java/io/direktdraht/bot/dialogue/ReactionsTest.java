package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.DecidingTest.reason;
import static io.direktdraht.bot.dialogue.Hearings.*;
import static io.direktdraht.intents.recognise.Reaction.NOTED;
import static io.direktdraht.intents.recognise.Reaction.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.Escalation.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a contact says about an answer, and what goes on with it.
class ReactionsTest {
  private final Talk talk = new Talk();

  @Test
  void anAnswerThatWasTakenNoteOfInOtherWordsDidNotFail() {
    talk.says(sure("opening_hours"));
    assertThat(talk.says(reacting(unknown("der postbote wird sich freuen"), NOTED)))
        .isEqualTo(new Decision.Answer("thanks", 0));
    assertThat(talk.memory().failures()).isZero();
  }

  @Test
  void whoAsksHasNotJustTakenNote() {
    talk.says(sure("opening_hours"));
    talk.says(reacting(unknown("gut, und der Parkplatz?"), NOTED));
    assertThat(talk.memory().failures()).isEqualTo(1);
  }

  @Test
  void whatHasSettledIsNotAskedForAgain() {
    assertThat(talk.says(pressed("order_status"))).isInstanceOf(Decision.Ask.class);
    assertThat(talk.says(reacting(unknown("ist gerade gekommen"), NOTED)))
        .isEqualTo(new Decision.Answer("thanks", 0));
    assertThat(talk.memory().pending()).isNull();
  }

  @Test
  void aRejectionCountsAlthoughTheRestIsUnderstood() {
    talk.says(sure("opening_hours"));
    assertThat(talk.says(reacting(sure("store_location"), REJECTED)))
        .isEqualTo(new Decision.Answer("store_location", 0));
    assertThat(talk.memory().failures()).isEqualTo(1);
    talk.says(sure("jobs"));
    assertThat(talk.memory().failures()).isZero();
  }

  @Test
  void twoAnswersThatAreRejectedHandOff() {
    talk.says(sure("opening_hours"));
    talk.says(reacting(sure("store_location"), REJECTED));
    assertThat(reason(talk.says(reacting(sure("jobs"), REJECTED)))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void aNumberThatIsFoundDoesNotUndoARejection() {
    talk.says(naming(sure("order_status"), Shops.KNOWN));
    talk.says(reacting(naming(unknown("falsche"), Shops.KNOWN), REJECTED));
    assertThat(talk.memory().failures()).isEqualTo(1);
  }

  @Test
  void aQuestionIsNotRejected() {
    talk.says(sure("opening_hours"));
    talk.says(unknown("blubb"));
    assertThat(talk.says(reacting(sure("jobs"), REJECTED)))
        .isEqualTo(new Decision.Answer("jobs", 0));
    assertThat(talk.memory().failures()).isZero();
  }

  @Test
  void aShortMessageGoesOnWithWhatIsTalkedAbout() {
    talk.says(sure("pickup_point"));
    assertThat(talk.says(unsure("auch mit vollmacht", "jobs", "pickup_point")))
        .isEqualTo(new Decision.Answer("pickup_point", 1));
  }

  @Test
  void aLongOneSaysWhatItIsAbout() {
    talk.says(sure("pickup_point"));
    talk.says(unsure("bla ".repeat(40), "jobs", "pickup_point"));
    assertThat(talk.memory().failures()).isEqualTo(1);
  }

  @Test
  void whatWasOfferedAsAGuessIsMeantWhenItComesAgain() {
    talk.says(unsure("das gelbe ding", "product_info"));
    assertThat(talk.says(unsure("zum dranhängen, gelb", "jobs", "product_info")))
        .isEqualTo(new Decision.Answer("product_info", 0));
    assertThat(talk.memory().failures()).isZero();
  }

  @Test
  void whoSaysNoToAnAnswerWantsAnother() {
    talk.says(sure("opening_hours"));
    talk.says(sure("store_location", "nein, die Adresse"));
    assertThat(talk.memory().failures()).isEqualTo(1);
    assertThat(reason(talk.says(sure("jobs", "no, the other one")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nein danke, dann zahl ich bar", "no worries, paypal then?"})
  void whoSaysNoThankYouHasRejectedNothing(String polite) {
    talk.says(sure("opening_hours"));
    talk.says(sure("payment_methods", polite));
    assertThat(talk.memory().failures()).isZero();
  }
}
