package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.Hearings.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Mood;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Feeling;
import io.direktdraht.intents.recognise.Gravity;
import io.direktdraht.intents.recognise.Understandings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecidingTest {
  private final Talk talk = new Talk();

  @Test
  void bringsAPersonToWhoeverSaysSoAndTellsByWhichWords() {
    var decision = talk.says(wishing("kann ich mit einem Menschen reden", "Menschen"));
    isHandOff(decision, Reason.HUMAN_WISH, "human_wish", "Menschen");
  }

  @Test
  void bringsAPersonToWhoeverPressesTheButton() {
    assertThat(reason(talk.says(pressed("human")))).isEqualTo(Reason.HUMAN_WISH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", " 0 ", "0\nhallo", "hallo\n0"})
  void bringsAPersonToWhoeverPressesZeroAsOnThePhone(String text) {
    assertThat(reason(talk.says(unknown(text)))).isEqualTo(Reason.HUMAN_WISH);
  }

  @Test
  void aZeroWithinOtherWordsIsNoWish() {
    assertThat(talk.says(unknown("0 Ahnung"))).isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void aWishComesBeforeFeelingsComplaintsAndAnswers() {
    var wish = wishing("Anwalt! Ich will einen Menschen", "Menschen");
    var threat = new Emotion(Feeling.THREAT_LEGAL, 0.9, List.of("Anwalt"));
    var both =
        Understandings.like(feeling(sure("complaint"), threat).understanding())
            .wishing(wish.understanding().humanWish())
            .understanding();
    assertThat(reason(talk.says(new Heard(wish.text(), "opening_hours", both))))
        .isEqualTo(Reason.HUMAN_WISH);
  }

  @Test
  void aWishWhileWaitingIsHeardAgain() {
    talk.says(pressed("human"));
    assertThat(reason(talk.says(pressed("human")))).isEqualTo(Reason.HUMAN_WISH);
    assertThat(talk.words().orElseThrow().text())
        .isEqualTo(Talk.PHRASES.say("de", "handoff.already"));
  }

  @Test
  void aComplaintGoesToAPerson() {
    isHandOff(talk.says(sure("complaint")), Reason.COMPLAINT, "complaint", title("complaint"));
  }

  @Test
  void theTitleOfTheButtonBackToTheBotIsNoWishForAPerson() {
    var button = wishing("Lieber doch kein Mensch", "Mensch");
    talk.says(pressed("human"));
    assertThat(talk.says(new Heard(button.text(), "bot", button.understanding())))
        .isEqualTo(new Decision.Withdraw());
    assertThat(talk.stage()).isEqualTo(new Stage.WithBot());
  }

  @Test
  void strongAngerOrDistressGoesToAPerson() {
    var anger = new Emotion(Feeling.ANGER, 0.8, List.of("Frechheit"));
    isHandOff(
        talk.says(feeling(sure("opening_hours"), anger)),
        Reason.EMOTION,
        "strong_emotion",
        "Frechheit");
    var distress = new Emotion(Feeling.SADNESS, 0.5, List.of("verzweifelt"));
    assertThat(reason(new Talk().says(feeling(unknown("x"), distress)))).isEqualTo(Reason.EMOTION);
  }

  @Test
  void annoyanceThatLastsGoesToAPersonBeforeTheOutburst() {
    assertThat(talk.says(annoyed("order_status", 0.4, "schon wieder")))
        .isInstanceOf(Decision.Ask.class);
    isHandOff(
        talk.says(annoyed("opening_hours", 0.41, "endlich")),
        Reason.EMOTION,
        "strong_emotion",
        "schon wieder",
        "endlich");
    assertThat(talk.memory().mood()).isEqualTo(Mood.CALM);
  }

  @Test
  void annoyanceThatPassesIsLeftAlone() {
    talk.says(annoyed("order_status", 0.45, "schon wieder"));
    assertThat(talk.says(sure("thanks"))).isInstanceOf(Decision.Answer.class);
    assertThat(talk.says(annoyed("opening_hours", 0.4, "nervt")))
        .isInstanceOf(Decision.Answer.class);
    assertThat(talk.memory().mood().value()).isCloseTo(-0.5125, within(1e-9));
  }

  private static Heard annoyed(String intent, double strength, String word) {
    return feeling(sure(intent), new Emotion(Feeling.FRUSTRATION, strength, List.of(word)));
  }

  @Test
  void aThreatGoesToAPersonAsOne() {
    var threat = new Emotion(Feeling.THREAT_LEGAL, 0.8, List.of("Anwalt"));
    isHandOff(talk.says(feeling(unknown("x"), threat)), Reason.LEGAL, "threat", "Anwalt");
  }

  @Test
  void dangerToHealthGoesToAPersonAsOne() {
    var danger = new Emotion(Feeling.SAFETY, 0.8, List.of("qualmt"));
    isHandOff(
        talk.says(feeling(sure("warranty_claim"), danger)), Reason.SAFETY, "danger", "qualmt");
  }

  @Test
  void whatIsTooBigForABotGoesToAPerson() {
    assertThat(reason(talk.says(weighing(sure("product_info"), Gravity.COMPLEX))))
        .isEqualTo(Reason.COMPLEX);
    assertThat(reason(new Talk().says(weighing(sure("loyalty_program"), Gravity.VIP))))
        .isEqualTo(Reason.VIP);
  }

  @Test
  void aLittleAngerIsAnswered() {
    var little = new Emotion(Feeling.ANGER, 0.49, List.of("ärgerlich"));
    assertThat(talk.says(feeling(sure("opening_hours"), little)))
        .isEqualTo(new Decision.Answer("opening_hours", 0));
  }

  @Test
  void offersTheBestGuessesWhenItDidNotUnderstand() {
    assertThat(talk.says(unsure("hm", "opening_hours", "return_policy", "gift_card")))
        .isEqualTo(new Decision.Clarify(List.of("opening_hours", "return_policy"), false));
  }

  @Test
  void asksWhichOfTwoIsMeantWithoutCountingAFailure() {
    assertThat(talk.says(between("opening_hours", "store_location")))
        .isEqualTo(new Decision.Clarify(List.of("opening_hours", "store_location"), false));
    assertThat(talk.memory().failures()).isZero();
    assertThat(talk.says(pressed("store_location")))
        .isEqualTo(new Decision.Answer("store_location", 0));
  }

  @Test
  void speaksTheLanguageOfASureMessageAndKeepsItOtherwise() {
    talk.says(in(Language.EN, 0.95, sure("opening_hours")));
    assertThat(talk.memory().language()).isEqualTo("en");
    talk.says(in(Language.DE, 0.6, sure("return_policy")));
    assertThat(talk.memory().language()).isEqualTo("en");
  }

  @Test
  void aSlipOfTheKeyboardDoesNotChangeTheLanguage() {
    talk.says(sure("opening_hours"));
    talk.says(in(Language.EN, 0.95, unknown("asdf")));
    assertThat(talk.memory().language()).isEqualTo("de");
  }

  @Test
  void theFirstWordsTellTheLanguageEvenWhenNobodyUnderstandsThem() {
    talk.says(in(Language.EN, 0.95, unknown("how do you do the thing")));
    assertThat(talk.memory().language()).isEqualTo("en");
  }

  @Test
  void aButtonsTitleDoesNotChangeTheLanguage() {
    talk.says(in(Language.EN, 0.95, pressed("opening_hours")));
    assertThat(talk.memory().language()).isEqualTo("de");
  }

  @Test
  void notesAnAddressForAPromisedAnswerAndOnlyThen() {
    assertThat(new Talk().promised().says(mail("eva@example.org")))
        .isEqualTo(new Decision.NoteAddress(Contact.Detail.EMAIL, "eva@example.org"));
    assertThat(talk.says(mail("eva@example.org"))).isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void smallTalkIsAnsweredInOtherWordsAndThenNoMore() {
    exhaust("praise");
    assertThat(talk.says(sure("praise"))).isEqualTo(new Decision.Silence());
    assertThat(talk.memory().failures()).isZero();
  }

  /// "Hello? Is anybody there?" is never met with silence.
  @Test
  void whoSaysHelloAgainAndAgainReachesSomebody() {
    exhaust("greeting");
    assertThat(talk.says(sure("greeting"))).isEqualTo(new Decision.Answer("greeting", 0));
    assertThat(reason(talk.says(sure("greeting")))).isEqualTo(Reason.TWO_STRIKES);
  }

  private void exhaust(String intent) {
    int variants = Catalogues.shipped().intent(intent).answers(Language.DE).size();
    assertThat(variants).isGreaterThan(1);
    for (int variant = 0; variant < variants; variant++)
      assertThat(talk.says(sure(intent))).isEqualTo(new Decision.Answer(intent, variant));
  }

  @Test
  void afterAPersonItRemembersTheOrderButNotTheFailures() {
    talk.says(naming(sure("order_status"), "LH-402915"));
    talk.says(unknown("hä"));
    talk.returned();
    assertThat(talk.says(unknown("hä"))).isInstanceOf(Decision.Clarify.class);
    assertThat(talk.memory().slots()).containsEntry("order_number", "LH-402915");
    assertThat(talk.stage()).isEqualTo(new Stage.WithBot());
  }

  static Reason reason(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.HandOff.class);
    return ((Decision.HandOff) decision).why().reason();
  }

  private static void isHandOff(Decision decision, Reason reason, String rule, String... words) {
    assertThat(reason(decision)).isEqualTo(reason);
    var why = ((Decision.HandOff) decision).why();
    assertThat(why.rule()).isEqualTo(rule);
    assertThat(why.words()).containsExactly(words);
  }

  private static String title(String intent) {
    return Catalogues.shipped().intent(intent).title(Language.DE);
  }
}
