package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.DecidingTest.reason;
import static io.direktdraht.bot.dialogue.Hearings.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.bot.escalation.Fact;
import io.direktdraht.bot.escalation.RuleTexts;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Feeling;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the rules do to a dialogue, and what no rule can do to it.
class RulesInDialogueTest {
  private static final Emotion DANGER = new Emotion(Feeling.SAFETY, 0.9, List.of("brennt"));

  @TempDir Path folder;

  private final Talk talk = new Talk();

  @Test
  void anEscalationTellsRuleVersionFactsAndWords() {
    var annoyed = new Emotion(Feeling.ANGER, 0.75, List.of("Frechheit"));
    var why = why(talk.says(feeling(sure("opening_hours"), annoyed)));
    assertThat(why.rule()).isEqualTo("strong_emotion");
    assertThat(why.words()).containsExactly("Frechheit");
    assertThat(why.needs().priority()).isEqualTo(70);
    assertThat(why.evidence().version()).isEqualTo(ShippedRules.get().version());
    assertThat(why.evidence().facts())
        .isEqualTo(Map.of("emotion.strength", "0.75", "mood", "-0.75"));
  }

  @Test
  void twoAnnoyedMessagesWeighAsOneThatIsVeryMuchSo() {
    var annoyed = new Emotion(Feeling.FRUSTRATION, 0.4, List.of());
    assertThat(talk.says(feeling(sure("opening_hours"), annoyed)))
        .isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(reason(talk.says(feeling(sure("return_policy"), annoyed))))
        .isEqualTo(Reason.EMOTION);
  }

  @Test
  void anAnnoyedMessageIsForgottenAfterCalmOnes() {
    var annoyed = new Emotion(Feeling.FRUSTRATION, 0.4, List.of());
    talk.says(feeling(sure("opening_hours"), annoyed));
    talk.says(sure("store_location"));
    assertThat(
            talk.says(feeling(sure("return_policy"), new Emotion(Feeling.ANGER, 0.3, List.of()))))
        .isEqualTo(new Decision.Answer("return_policy", 0));
  }

  @Test
  void dangerGoesBeforeAWishAndIsToldWhatToDoEvenWhileWaiting() {
    var both = wishingWith("Hilfe, ein Mensch", "Mensch", DANGER);
    assertThat(reason(talk.says(both))).isEqualTo(Reason.SAFETY);
    assertThat(talk.words().orElseThrow().text()).contains("112");
    assertThat(reason(talk.says(feeling(unknown("es brennt"), DANGER)))).isEqualTo(Reason.SAFETY);
    assertThat(talk.words().orElseThrow().text()).contains("112");
  }

  @Test
  void dangerIsHeardBesideAButtonThatIsPressedAfterIt() {
    var said = feeling(unknown("der Akku raucht"), DANGER);
    for (var button : List.of("bot", "right")) {
      var late = new Heard(said.text(), button, said.understanding());
      assertThat(reason(new Talk().says(late))).isEqualTo(Reason.SAFETY);
    }
    var calm = new Heard("Nein, weiter mit dem Bot", "bot", unknown("").understanding());
    assertThat(new Talk().says(calm)).isInstanceOf(Decision.Withdraw.class);
  }

  @Test
  void whoWishesForAPersonLosesNothingByIt() {
    var threat = new Emotion(Feeling.THREAT_LEGAL, 0.9, List.of("Anwalt"));
    var why = why(talk.says(wishingWith("Anwalt! Ein Mensch!", "Mensch", threat)));
    assertThat(why.reason()).isEqualTo(Reason.HUMAN_WISH);
    assertThat(why.needs().priority()).isEqualTo(80);
  }

  @Test
  void oneStrikeIsEnoughWhereMoneyIsAtStake() {
    talk.says(sure("payment_charged_twice"));
    var why = why(talk.says(unknown("das hilft mir nicht weiter")));
    assertThat(why.rule()).isEqualTo("one_strike");
    assertThat(why.evidence().facts()).containsEntry("intent.before", "payment_charged_twice");
    talk.returned();
    talk.says(sure("opening_hours"));
    assertThat(talk.says(unknown("das hilft mir nicht weiter")))
        .isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void theThirdVisitAboutTheSameMatterGoesToAPerson() {
    talk.amid(fact -> fact == Fact.CONTACT_MATTERS ? Map.of("refund_status", 2L) : fact.unknown());
    assertThat(talk.says(sure("opening_hours"))).isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(reason(talk.says(sure("refund_status")))).isEqualTo(Reason.REPEATED_CONTACT);
  }

  @Test
  void aVeryGoodCustomerGoesToAPerson() {
    talk.amid(fact -> fact == Fact.CONTACT_TIER ? "vip" : fact.unknown());
    assertThat(reason(talk.says(sure("opening_hours")))).isEqualTo(Reason.VIP);
  }

  @Test
  void anOutageOfTheShopIsTheRulesBusinessToo() {
    var why = why(talk.says(naming(sure("order_status"), Shops.OUTAGE)));
    assertThat(why.rule()).isEqualTo("bot_error");
    assertThat(why.words()).containsExactly("connection refused");
    assertThat(why.evidence().facts()).containsEntry("bot.error", "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ja, bitte", "ja", "gerne", "Yes please", "ok"})
  void whoIsAskedAndSaysYesGetsAPersonForThatReason(String yes) {
    var asking = asking();
    var decision = asking.says(naming(sure("order_status"), Shops.KNOWN));
    assertThat(decision).isInstanceOf(Decision.Invite.class);
    assertThat(asking.words().orElseThrow().text())
        .contains(Shops.KNOWN, Talk.PHRASES.say("de", "invite"));
    assertThat(asking.words().orElseThrow().choices().stream().map(Choice::payload))
        .containsExactly("/yes", "/bot");
    var why = why(asking.says(unknown(yes)));
    assertThat(why.rule()).isEqualTo("own");
    assertThat(why.reason()).isEqualTo(Reason.ORDER_VALUE);
    assertThat(why.evidence().facts()).containsEntry("order.value", "89.00");
  }

  @Test
  void whoPressesYesGetsAPersonAlsoLater() {
    var asking = asking();
    asking.says(naming(sure("order_status"), Shops.KNOWN));
    assertThat(why(asking.says(pressed("yes"))).rule()).isEqualTo("own");
    var later = asking();
    later.says(naming(sure("order_status"), Shops.KNOWN));
    later.says(sure("opening_hours"));
    assertThat(reason(later.says(pressed("yes")))).isEqualTo(Reason.HUMAN_WISH);
  }

  @Test
  void whoIsAskedAndSaysNoGoesOnAsOneWhoDeclined() {
    var asking = asking();
    asking.says(naming(sure("order_status"), Shops.KNOWN));
    assertThat(asking.says(unknown("nein danke"))).isEqualTo(new Decision.Withdraw());
    assertThat(asking.memory().declined()).isTrue();
    assertThat(asking.says(sure("opening_hours")))
        .isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(reason(asking.says(unknown("blubb")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void nobodyIsAskedTwiceAndTheSameAnswerAgainIsStillNoticed() {
    var asking = asking();
    asking.says(naming(sure("order_status"), Shops.KNOWN));
    assertThat(asking.says(sure("order_status"))).isEqualTo(new Decision.Answer("order_status", 1));
    assertThat(asking.says(sure("order_status"))).isEqualTo(new Decision.Clarify(List.of(), true));
    asking.says(sure("opening_hours"));
    assertThat(asking.says(sure("order_status"))).isInstanceOf(Decision.Act.class);
  }

  @Test
  void noRuleCanAskWhoeverWishesForAPersonOrFailsTwice() {
    var rules = RuleTexts.with("reason: vip", "when: 'true'", "priority: 100", "ask: true");
    var asking = new Talk(ShippedRules.valid(RuleTexts.read(folder, rules)));
    assertThat(reason(asking.says(pressed("human")))).isEqualTo(Reason.HUMAN_WISH);
    asking.returned();
    asking.says(unknown("blubb"));
    assertThat(reason(asking.says(unknown("blubber")))).isEqualTo(Reason.TWO_STRIKES);
  }

  @Test
  void aRuleThatCannotBeEvaluatedDoesNotHoldAndIsTold() {
    var rules = RuleTexts.with("reason: vip", "when: contact.matters[intent] > 0", "priority: 100");
    var broken = new Talk(ShippedRules.valid(RuleTexts.read(folder, rules)));
    assertThat(broken.says(sure("opening_hours")))
        .isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(broken.trouble()).containsExactly("own");
    assertThat(reason(broken.says(pressed("human")))).isEqualTo(Reason.HUMAN_WISH);
  }

  @Test
  void aFactThatCannotBeKnownKeepsNobodyFromAPerson() {
    talk.amid(_ -> {
      throw new IllegalStateException("the log does not answer");
    });
    assertThat(reason(talk.says(pressed("human")))).isEqualTo(Reason.HUMAN_WISH);
    assertThat(talk.trouble()).contains("vip");
  }

  @Test
  void anIntentForPeopleGoesToThemWithoutARuleToo() {
    var bare = new Talk(ShippedRules.valid(RuleTexts.read(folder, RuleTexts.RAILS)));
    assertThat(reason(bare.says(sure("complaint")))).isEqualTo(Reason.COMPLAINT);
    assertThat(
            reason(
                new Talk(ShippedRules.valid(RuleTexts.read(folder, RuleTexts.RAILS)))
                    .says(naming(sure("order_status"), Shops.OUTAGE))))
        .isEqualTo(Reason.BOT_ERROR);
  }

  @Test
  void whoWaitsIsNotHandedOffAgainForWhatTheyAre() {
    talk.amid(fact -> fact == Fact.CONTACT_TIER ? "vip" : fact.unknown());
    var bare =
        new Talk(
            ShippedRules.valid(
                RuleTexts.read(
                    folder, RuleTexts.with("reason: order_value", "when: 'true'", "priority: 1"))));
    bare.says(pressed("human"));
    assertThat(bare.says(sure("opening_hours"))).isEqualTo(new Decision.Answer("opening_hours", 0));
  }

  private Talk asking() {
    var rules =
        RuleTexts.with(
            "reason: order_value", "when: order.value > 50.0", "priority: 40", "ask: true");
    return new Talk(ShippedRules.valid(RuleTexts.read(folder, rules)));
  }

  private static Escalation why(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.HandOff.class);
    return ((Decision.HandOff) decision).why();
  }
}
