package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.DecidingTest.reason;
import static io.direktdraht.bot.dialogue.Hearings.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.Escalation.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrikesTest {
  private final Talk talk = new Talk();

  @Test
  void notUnderstoodTwice() {
    failed(talk.says(unknown("blubb")));
    assertThat(reason(talk.says(unknown("blubber")))).isEqualTo(Reason.TWO_STRIKES);
    assertThat(talk.memory().failures()).as("the count starts anew").isZero();
  }

  @Test
  void notUnderstoodAndThenTheSameAnswerAgain() {
    talk.says(sure("opening_hours"));
    talk.says(sure("opening_hours"));
    failed(talk.says(unknown("blubb")));
    assertThat(reason(talk.says(sure("opening_hours")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void theSameAnswersAgainAndAgain() {
    talk.says(sure("opening_hours"));
    assertThat(talk.says(sure("opening_hours"))).isEqualTo(new Decision.Answer("opening_hours", 1));
    assertThat(talk.says(sure("opening_hours"))).isEqualTo(new Decision.Clarify(List.of(), true));
    assertThat(talk.memory().failures()).isEqualTo(1);
    assertThat(reason(talk.says(sure("opening_hours")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Das hilft mir nicht weiter",
        "nein",
        "Nein!",
        "das meinte ich nicht",
        "that does not help",
        "no",
        "not what I asked",
        "nein, nicht wann ihr zu habt, ich meine den Eingang",
        "no, I asked about the entrance"
      })
  void anAnswerThatIsRejectedAndThenNoneOfTheChoices(String rejection) {
    talk.says(sure("opening_hours"));
    failed(talk.says(unsure(rejection, "store_location")));
    assertThat(reason(talk.says(pressed("none")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void twoWrongOrderNumbers() {
    talk.says(sure("order_status"));
    assertThat(talk.says(bare(Shops.UNKNOWN))).isInstanceOf(Decision.Act.class);
    assertThat(talk.memory().failures()).isEqualTo(1);
    assertThat(reason(talk.says(bare("LH-222222")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void theSameQuestionWithTheSameChoicesAgain() {
    talk.says(between("opening_hours", "store_location"));
    failed(talk.says(between("opening_hours", "store_location")));
    assertThat(reason(talk.says(between("opening_hours", "store_location"))))
        .isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void theSameQuestionForTheOrderNumberAgain() {
    talk.says(pressed("order_status"));
    failed(talk.says(pressed("order_status")));
    assertThat(reason(talk.says(pressed("order_status")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void aSuccessInBetweenStartsTheCountAnew() {
    failed(talk.says(unknown("blubb")));
    talk.says(sure("opening_hours"));
    assertThat(talk.memory().failures()).isZero();
    failed(talk.says(unknown("blubb")));
    talk.says(naming(sure("order_status"), Shops.KNOWN));
    assertThat(talk.memory().failures()).isZero();
    failed(talk.says(unknown("blubb")));
  }

  @Test
  void whoDeclinesIsHandedOffAtOnceAtTheNextFailure() {
    failed(talk.says(unknown("blubb")));
    talk.says(unknown("blubb"));
    assertThat(talk.says(pressed("bot"))).isEqualTo(new Decision.Withdraw());
    assertThat(talk.memory().failures()).isZero();
    talk.says(sure("opening_hours"));
    assertThat(reason(talk.says(unknown("blubb")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void aHandOffAfterDecliningGivesTwoStrikesAgainWhenAPersonGaveBack() {
    talk.says(pressed("human"));
    talk.says(pressed("bot"));
    assertThat(reason(talk.says(unknown("blubb")))).isEqualTo(Reason.TWO_STRIKES);
    talk.returned();
    failed(talk.says(unknown("blubb")));
  }

  @Test
  void anOutageOfTheLookUpHandsOffWithItsReason() {
    assertThat(reason(talk.says(naming(sure("order_status"), Shops.OUTAGE))))
        .isEqualTo(Reason.BOT_ERROR);
  }

  @Test
  void whileWaitingNothingCounts() {
    talk.says(pressed("human"));
    for (int i = 0; i < 3; i++) {
      assertThat(talk.says(unknown("hallo?"))).isEqualTo(new Decision.Silence());
      assertThat(talk.says(sure("greeting"))).isEqualTo(new Decision.Silence());
      assertThat(talk.says(between("opening_hours", "jobs"))).isEqualTo(new Decision.Silence());
      assertThat(talk.says(pressed("none"))).isEqualTo(new Decision.Silence());
      assertThat(talk.memory().failures()).isZero();
    }
  }

  @Test
  void whileWaitingAWrongOrderNumberIsSaidAndNotCounted() {
    talk.says(pressed("human"));
    for (int i = 0; i < 3; i++) {
      assertThat(talk.says(naming(sure("order_status"), "LH-11111" + i)))
          .isInstanceOf(Decision.Act.class);
      assertThat(talk.memory().failures()).isZero();
    }
  }

  @Test
  void whileWaitingItStillHelps() {
    talk.says(pressed("human"));
    assertThat(talk.says(sure("opening_hours"))).isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(talk.says(naming(sure("order_status"), Shops.KNOWN)))
        .isInstanceOf(Decision.Act.class);
    assertThat(talk.says(sure("complaint"))).isEqualTo(new Decision.Silence());
  }

  private void failed(Decision decision) {
    assertThat(decision).isNotInstanceOf(Decision.HandOff.class);
    assertThat(talk.memory().failures()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alles klar", "ah ok, sag ich ihr", "Perfect, will tell her!", "läuft"})
  void anAnswerThatWasTakenNoteOfDidNotFail(String seen) {
    talk.says(sure("opening_hours"));
    assertThat(talk.says(unknown(seen))).isEqualTo(new Decision.Answer("thanks", 0));
    assertThat(talk.memory().failures()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok und wo ist das",
        "gut, aber das war nicht die Frage",
        "ok vergiss es",
        "great?"
      })
  void whoSaysMoreHasNotJustTakenNote(String more) {
    talk.says(sure("opening_hours"));
    failed(talk.says(unknown(more)));
  }

  @Test
  void nothingWasTakenNoteOfBeforeAnyAnswer() {
    failed(talk.says(unknown("alles klar")));
  }

  @Test
  void aSecondQuestionOfTheSameKindGetsTheOtherAnswerAndAThirdFails() {
    talk.says(sure("product_info", "wie breit ist die bank"));
    assertThat(talk.says(sure("product_info", "und wie tief")))
        .isEqualTo(new Decision.Answer("product_info", 1));
    assertThat(talk.memory().failures()).isZero();
    failed(talk.says(sure("product_info", "und aus welchem holz")));
    assertThat(reason(talk.says(sure("product_info", "holz?")))).isEqualTo(Reason.TWO_STRIKES);
  }
}
