package io.direktdraht.bot.dialogue;

import static io.direktdraht.bot.dialogue.Hearings.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Emotion;
import io.direktdraht.intents.recognise.Feeling;
import io.direktdraht.intents.recognise.HumanWish;
import io.direktdraht.intents.recognise.Understandings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the bot does for somebody who waits for a person.
class AccompanyingTest {
  private static final String NUMBER = "order_number";
  private final Talk talk = new Talk();

  @Test
  void saysWithTheHandOffWhatWasNoted() {
    noted();
    assertThat(text())
        .contains("Menschen dazu")
        .contains("Bestellung " + Shops.KNOWN + ", Anliegen „Bestellstatus“", "Stimmt das?");
    assertThat(payloads()).containsExactly("/right", "/wrong");
  }

  @Test
  void saysItInEnglishToo() {
    talk.says(in(Language.EN, 0.95, naming(sure("order_status"), Shops.KNOWN)));
    talk.says(pressed("human"));
    assertThat(text())
        .contains("order " + Shops.KNOWN + ", matter “Order status”", "Is that right?");
  }

  @Test
  void aWishThatSoundsLikeSmallTalkIsAboutWhatWasSpokenOfBefore() {
    talk.says(sure("delivery_damaged"));
    var wish = new HumanWish(true, List.of("Menschen"));
    var heard = sure("bot_identity", "Mit einem Menschen sprechen");
    talk.says(
        new Heard(
            heard.text(),
            "human",
            Understandings.like(heard.understanding()).wishing(wish).understanding()));
    assertThat(talk.memory().slots()).containsEntry(Dialogue.MATTER, "Beschädigt angekommen");
    assertThat(text()).contains("Bestellnummer").endsWith("schicken Sie es einfach hierher.");
  }

  @Test
  void aPictureIsInvitedToWhereItHelpsAndNowhereElse() {
    noted();
    assertThat(text()).doesNotContain("Foto");
    var why = new Escalation(Reason.SAFETY, "danger", List.of());
    var accompanying = new Accompanying(Catalogues.shipped());
    assertThat(accompanying.wantsPhoto(why, "delivery_damaged")).isFalse();
    assertThat(accompanying.wantsPhoto(why, "unknown")).isFalse();
  }

  @Test
  void saysItOnce() {
    noted();
    talk.says(pressed("human"));
    assertThat(text()).doesNotContain("Stimmt das?");
    assertThat(talk.says(unknown("stimmt"))).isInstanceOf(Decision.ConfirmFacts.class);
  }

  @Test
  void whoHasNotSaidTheirOrderNumberIsInvitedToWhereItIsNeeded() {
    assertThat(talk.says(sure("complaint"))).isInstanceOf(Decision.HandOff.class);
    assertThat(text()).contains("Bestellnummer").doesNotContain("?");
    assertThat(talk.memory().pending()).isEqualTo(new Pending.Missing(NUMBER));
    assertThat(talk.says(bare(Shops.KNOWN))).isEqualTo(new Decision.NoteFact(NUMBER, Shops.KNOWN));
    assertThat(text()).isEqualTo("Danke, das ist notiert: Bestellung " + Shops.KNOWN + ".");
    assertThat(talk.memory().pending()).isNull();
  }

  @Test
  void whoWantsAPersonForNothingInParticularIsAskedNothing() {
    talk.says(sure("opening_hours"));
    talk.says(pressed("human"));
    assertThat(talk.memory().pending()).isNull();
    assertThat(text()).doesNotContain("Bestellnummer");
  }

  @Test
  void inDangerNothingIsAsked() {
    talk.says(naming(sure("order_status"), Shops.KNOWN));
    var fear = new Emotion(Feeling.SAFETY, 0.9, List.of("brennt"));
    var decision = talk.says(feeling(unknown("es brennt"), fear));
    assertThat(((Decision.HandOff) decision).why().reason()).isEqualTo(Reason.SAFETY);
    assertThat(text()).doesNotContain("Stimmt das?");
    assertThat(talk.memory().pending()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ja",
        "Ja, stimmt.",
        "stimmt so",
        "passt",
        "Das ist richtig",
        "alles korrekt",
        "genau!",
        "yes",
        "Yes, that's right",
        "correct",
        "the details are correct",
        "ok"
      })
  void yesConfirms(String text) {
    noted();
    var decision = talk.says(unknown(text));
    assertThat(decision).isInstanceOf(Decision.ConfirmFacts.class);
    assertThat(((Decision.ConfirmFacts) decision).facts()).containsEntry(NUMBER, Shops.KNOWN);
    assertThat(talk.memory().pending()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nein",
        "Nein, das stimmt nicht",
        "stimmt nicht",
        "falsch",
        "nicht ganz richtig",
        "no",
        "No, that's wrong",
        "that is not right",
        "not quite"
      })
  void noAsksWhatIsWrong(String text) {
    noted();
    assertThat(talk.says(unknown(text))).isEqualTo(new Decision.AskCorrection());
    assertThat(talk.memory().pending()).isEqualTo(new Pending.Correction());
    assertThat(talk.says(naming(unknown("es ist die"), "LH-402916")))
        .isEqualTo(new Decision.NoteFact(NUMBER, "LH-402916"));
    assertThat(talk.memory().slots()).containsEntry(NUMBER, "LH-402916");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hallo?", "der tisch wackelt", "ja aber wann", "richtig ärgerlich ist das"})
  void anythingElseIsNeitherYesNorNo(String text) {
    noted();
    assertThat(talk.says(unknown(text))).isEqualTo(new Decision.Silence());
    assertThat(talk.memory().pending()).isEqualTo(new Pending.Confirmation());
  }

  @Test
  void buttonsDoTheSame() {
    noted();
    assertThat(talk.says(pressed("wrong"))).isEqualTo(new Decision.AskCorrection());
    assertThat(talk.says(unknown("Es geht um das Bein des Tisches")))
        .isEqualTo(new Decision.NoteFact(Dialogue.MATTER, "Es geht um das Bein des Tisches"));
    assertThat(text()).contains("Anliegen „Es geht um das Bein des Tisches“");
    assertThat(talk.says(pressed("right")))
        .isEqualTo(
            new Decision.ConfirmFacts(
                Map.of(NUMBER, Shops.KNOWN, Dialogue.MATTER, "Es geht um das Bein des Tisches")));
  }

  @Test
  void whatWasAskedForIsNotedHoweverSureTheBotIsOfAnIntent() {
    noted();
    talk.says(pressed("wrong"));
    assertThat(talk.says(sure("delivery_damaged", "Die Lieferung war beschädigt")))
        .isEqualTo(new Decision.NoteFact(Dialogue.MATTER, "Die Lieferung war beschädigt"));
    talk.says(pressed("wrong"));
    assertThat(talk.says(naming(sure("order_status", "es ist"), "LH-402916")))
        .isEqualTo(new Decision.NoteFact(NUMBER, "LH-402916"));
    talk.says(pressed("wrong"));
    assertThat(talk.says(sure("opening_hours", "Wann haben Sie offen?")))
        .isEqualTo(new Decision.Answer("opening_hours", 0));
  }

  @Test
  void noWithTheRightThingIsNotedAtOnce() {
    noted();
    assertThat(talk.says(naming(unknown("nein,"), "LH-402916")))
        .isEqualTo(new Decision.NoteFact(NUMBER, "LH-402916"));
    talk.says(pressed("bot"));
    noted();
    assertThat(talk.says(unknown("Nein, es fehlt ein Stuhl")))
        .isEqualTo(new Decision.NoteFact(Dialogue.MATTER, "es fehlt ein Stuhl"));
  }

  @Test
  void aLongCorrectionIsCutWithoutHarm() {
    noted();
    talk.says(pressed("wrong"));
    talk.says(unknown("x".repeat(199) + "🌳 und mehr"));
    assertThat(talk.memory().slots()).containsEntry(Dialogue.MATTER, "x".repeat(199));
  }

  @Test
  void aQuestionMeanwhileIsAnsweredAndTheFactsMayStillBeConfirmed() {
    noted();
    assertThat(talk.says(sure("opening_hours"))).isEqualTo(new Decision.Answer("opening_hours", 0));
    assertThat(talk.says(unknown("ja"))).isInstanceOf(Decision.ConfirmFacts.class);
  }

  @Test
  void aLookUpThatFailsOrFindsNothingLeavesWhatWasNoted() {
    noted();
    assertThat(talk.says(naming(sure("delivery_delayed", "Wo ist sie?"), Shops.OUTAGE)))
        .isInstanceOf(Decision.HandOff.class);
    assertThat(talk.memory().slots()).containsEntry(Dialogue.MATTER, "Bestellstatus");
    assertThat(talk.says(naming(sure("order_status", "Wo ist sie?"), Shops.UNKNOWN)))
        .isInstanceOf(Decision.Act.class);
    assertThat(talk.memory().pending()).isEqualTo(new Pending.Confirmation());
  }

  @Test
  void theWayToThePersonIsNeverInTheWay() {
    noted();
    talk.says(pressed("wrong"));
    assertThat(talk.says(wishing("Ich will einen Menschen", "Menschen")))
        .isInstanceOf(Decision.HandOff.class);
    assertThat(text()).contains("Ein Mensch ist schon verständigt");
  }

  @Test
  void buttonsPressedWhenNobodyWaitsAnyMoreAreNoFailures() {
    noted();
    talk.says(pressed("bot"));
    assertThat(talk.says(pressed("right"))).isEqualTo(new Decision.Silence());
    assertThat(talk.says(pressed("wrong"))).isEqualTo(new Decision.Silence());
    assertThat(talk.memory().failures()).isZero();
  }

  @Test
  void howLongItTakesIsAskedOfTheDesk() {
    noted();
    assertThat(talk.says(unknown("Wie lange noch?"))).isEqualTo(new Decision.TellStanding());
    assertThat(talk.words()).isEmpty();
    assertThat(talk.says(wishing("Wann meldet sich ein Mensch?", "Mensch")))
        .isEqualTo(new Decision.TellStanding());
    assertThat(talk.promised().says(unknown("when will someone call me?")))
        .isEqualTo(new Decision.TellStanding());
    assertThat(talk.memory().pending()).isEqualTo(new Pending.Confirmation());
  }

  @Test
  void withTheBotNobodyAsksTheDesk() {
    assertThat(talk.says(unknown("Wie lange noch?"))).isInstanceOf(Decision.Clarify.class);
  }

  @Test
  void anOutburstGoesBeforeTheQuestion() {
    noted();
    var anger = new Emotion(Feeling.ANGER, 0.9, List.of("Frechheit"));
    var decision = talk.says(feeling(unknown("Wie lange noch?"), anger));
    assertThat(((Decision.HandOff) decision).why().reason()).isEqualTo(Reason.EMOTION);
  }

  @Test
  void anAddressIsNotedAlsoOfWhomNobodyPromisedAnything() {
    noted();
    assertThat(talk.says(mail("eva@example.org")))
        .isEqualTo(new Decision.NoteAddress(Contact.Detail.EMAIL, "eva@example.org"));
    assertThat(text()).isEqualTo("Danke, eva@example.org ist notiert.");
  }

  @Test
  void everyFactThatTheCatalogueCollectsHasItsWords() {
    for (var language : Language.values())
      for (var intent : Catalogues.shipped().intents().values())
        for (var fact : intent.collect())
          assertThat(Talk.PHRASES.names(language.code())).contains("fact.missing." + fact);
  }

  private void noted() {
    talk.says(naming(sure("order_status"), Shops.KNOWN));
    talk.says(pressed("human"));
    assertThat(talk.memory().pending()).isEqualTo(new Pending.Confirmation());
  }

  private String text() {
    return talk.words().map(Content::text).orElseThrow();
  }

  private List<String> payloads() {
    return talk.words().orElseThrow().choices().stream().map(Content.Choice::payload).toList();
  }
}
