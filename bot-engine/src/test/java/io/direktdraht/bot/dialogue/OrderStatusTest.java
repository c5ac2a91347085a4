package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.DecidingTest.reason;
import static io.direktdraht.bot.dialogue.Hearings.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.Escalation.Reason;
import org.junit.jupiter.api.Test;

class OrderStatusTest {
  private static final Decision LOOKED_UP =
      new Decision.Act("order_status", "order_status", Shops.KNOWN);
  private final Talk talk = new Talk();

  @Test
  void asksForTheNumberOnceAndThenSaysHowItLooks() {
    assertThat(talk.says(sure("order_status")))
        .isEqualTo(new Decision.Ask("order_status", "order_number", false));
    assertThat(talk.says(unknown("weiß nicht")))
        .isEqualTo(new Decision.Ask("order_status", "order_number", true));
    assertThat(talk.memory().failures()).isEqualTo(1);
    assertThat(reason(talk.says(unknown("keine Ahnung")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void looksUpTheNumberThatWasAskedFor() {
    talk.says(sure("order_status"));
    assertThat(talk.says(naming(unknown("das ist, glaube ich, die Nummer"), Shops.KNOWN)))
        .isEqualTo(LOOKED_UP);
    assertThat(talk.memory().pending()).isNull();
    assertThat(talk.memory().failures()).isZero();
  }

  @Test
  void doesNotAskWhenTheMessageHasTheNumber() {
    assertThat(talk.says(naming(sure("order_status"), Shops.KNOWN))).isEqualTo(LOOKED_UP);
  }

  @Test
  void understandsABareNumber() {
    assertThat(talk.says(bare(Shops.KNOWN))).isEqualTo(LOOKED_UP);
  }

  @Test
  void remembersANumberThatCameWithAnotherQuestion() {
    talk.says(naming(sure("opening_hours"), Shops.KNOWN));
    assertThat(talk.says(sure("order_status"))).isEqualTo(LOOKED_UP);
  }

  @Test
  void takesANewNumberInsteadOfTheRememberedOne() {
    talk.says(bare(Shops.UNKNOWN));
    assertThat(talk.says(bare(Shops.KNOWN))).isEqualTo(LOOKED_UP);
    assertThat(talk.memory().failures()).isZero();
  }

  @Test
  void followsWhoeverChangesTheTopicWhileAsked() {
    talk.says(sure("order_status"));
    assertThat(talk.says(sure("opening_hours"))).isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(talk.memory().pending()).isNull();
    assertThat(talk.says(unknown("blubb"))).isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void followsAButtonToAnotherTopicWhileAsked() {
    talk.says(sure("order_status"));
    assertThat(talk.says(pressed("opening_hours")))
        .isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(talk.memory().pending()).isNull();
    assertThat(talk.says(unknown("blubb"))).isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void theSameStateAgainIsTheSameAnswerAgain() {
    talk.says(bare(Shops.KNOWN));
    assertThat(talk.says(sure("order_status"))).isEqualTo(new Decision.Answer("order_status", 1));
    assertThat(talk.says(sure("order_status"))).isInstanceOf(Decision.Clarify.class);
    assertThat(talk.memory().failures()).isEqualTo(1);
  }
}
