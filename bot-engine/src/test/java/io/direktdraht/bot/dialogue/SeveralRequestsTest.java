package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.Hearings.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.intents.Language;
import org.junit.jupiter.api.Test;

/// Two things in one message, and messages that mean something only after the last one.
class SeveralRequestsTest {
  private final Talk talk = new Talk();

  @Test
  void answersBothInTheirOrder() {
    assertThat(talk.says(asking("opening_hours", "payment_methods")))
        .isEqualTo(new Decision.Answer("payment_methods", 0));
    assertThat(words().indexOf(answer("opening_hours"))).isPositive();
    assertThat(words().indexOf(answer("payment_methods")))
        .isGreaterThan(words().indexOf(answer("opening_hours")));
  }

  @Test
  void asksForTheOrderNumberAfterThePlainAnswer() {
    assertThat(talk.says(asking("order_status", "opening_hours")))
        .isEqualTo(new Decision.Ask("order_status", "order_number", false));
    assertThat(words()).contains(answer("opening_hours"));
    assertThat(talk.says(bare(Shops.KNOWN))).isInstanceOf(Decision.Act.class);
    assertThat(words()).doesNotContain(answer("opening_hours"));
  }

  @Test
  void politenessIsNoRequest() {
    assertThat(talk.says(asking("greeting", "opening_hours"))).isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void asksWhenBothNeedMoreThanAnAnswer() {
    assertThat(talk.says(asking("order_status", "complaint"))).isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void theSecondIsTheSecondOfWhatWasOffered() {
    talk.says(between("return_start", "return_policy"));
    assertThat(talk.memory().pending()).isInstanceOf(Pending.Choice.class);
    assertThat(talk.says(unknown("nein, das zweite")))
        .isEqualTo(new Decision.Answer("return_policy", 0));
  }

  @Test
  void yesIsTheFirstOfWhatWasOffered() {
    talk.says(between("return_start", "return_policy"));
    assertThat(talk.says(unknown("ja genau"))).isEqualTo(new Decision.Answer("return_start", 0));
  }

  @Test
  void aNoToWhatWasOfferedIsAFailure() {
    talk.says(between("return_start", "return_policy"));
    assertThat(talk.says(unknown("Nein, nicht richtig"))).isInstanceOf(Decision.Clarify.class);
    assertThat(talk.memory().failures()).isEqualTo(1);
    assertThat(talk.says(unknown("hä"))).isInstanceOf(Decision.HandOff.class);
  }

  @Test
  void asksWhichOtherOrderIsMeant() {
    talk.says(naming(sure("order_status"), Shops.KNOWN));
    assertThat(talk.says(unknown("und die andere Bestellung?")))
        .isEqualTo(new Decision.Ask("order_status", "order_number", false));
    assertThat(talk.says(bare(Shops.UNKNOWN)))
        .isEqualTo(new Decision.Act("order_status", "order_status", Shops.UNKNOWN));
  }

  private String words() {
    return talk.words().orElseThrow().text();
  }

  /// Its beginning, up to the first fact that is filled in.
  private static String answer(String intent) {
    var text = Catalogues.shipped().intent(intent).answers(Language.DE).getFirst().text();
    return text.split("\\{", 2)[0];
  }
}
