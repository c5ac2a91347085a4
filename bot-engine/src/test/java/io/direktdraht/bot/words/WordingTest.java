package io.direktdraht.bot.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Situation;
import io.direktdraht.bot.dialogue.Step;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Mood;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders.Lookup;
import io.direktdraht.conversation.words.Phrases;
import io.direktdraht.intents.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
  private static final Phrases PHRASES = Phrases.beside(Company.class, "de", "en");
  private static final Decision HOURS = new Decision.Answer("opening_hours", 0);
  private static final Decision.Act LOOK_UP =
      new Decision.Act("order_status", "order_status", Shops.KNOWN);
  private final Wording wording =
      new Wording(Catalogues.shipped(), ShippedRules.get(), PHRASES, Shops.COMPANY);

  @Test
  void aBotSaysThatItIsOneInItsFirstMessage() {
    assertThat(said(HOURS, Language.DE, first(1, Map.of())))
        .startsWith("Guten Tag, ich bin der digitale Assistent von Lindenhof, ein Bot.");
    assertThat(said(HOURS, Language.EN, first(1, Map.of())))
        .startsWith("Hello, I am the digital assistant of Lindenhof, a bot.");
  }

  @Test
  void aBotSaysThatItIsOneEvenWhenTheFirstMessageBroughtAnOrderNumber() {
    assertThat(said(HOURS, Language.DE, first(1, Map.of("order_number", Shops.KNOWN))))
        .startsWith("Guten Tag, ich bin der digitale Assistent");
  }

  @ParameterizedTest
  @EnumSource
  void aBotSaysThatItIsOneEvenWhenItHandsOffAtOnce(Escalation.Reason reason) {
    assertThat(said(handOff(reason), Language.DE, first(1, Map.of()))).contains("ein Bot.");
  }

  @Test
  void aBotSaysThatItIsBackAfterAPerson() {
    assertThat(said(HOURS, Language.DE, first(3, Map.of())))
        .startsWith("Hier ist wieder der Bot von Lindenhof.");
    assertThat(said(HOURS, Language.EN, first(3, Map.of())))
        .startsWith("This is the bot of Lindenhof again.");
  }

  @Test
  void aBotSaysItOnce() {
    assertThat(said(HOURS, Language.DE, met())).doesNotContain("Bot");
  }

  @Test
  void fillsInWhatTheCompanySays() {
    assertThat(said(HOURS, Language.DE, met())).contains("Mo-Fr 9-17 Uhr").doesNotContain("{");
  }

  @Test
  void neverReadsWhatACustomerWroteAsATemplate() {
    var asked = new Decision.Act("order_status", "order_status", "{phone}");
    assertThat(content(asked, Language.DE, met(), new Lookup.NotFound()).text())
        .contains("{phone}")
        .doesNotContain("1234567");
    var mail = new Decision.NoteAddress(Contact.Detail.EMAIL, "{shop}$1\\@example.org");
    assertThat(said(mail, Language.EN, met())).contains("{shop}$1\\@example.org");
  }

  @ParameterizedTest
  @EnumSource
  void saysHowAnOrderLooks(Order.Status status) {
    var found = new Lookup.Found(Shops.order(status));
    var german = content(LOOK_UP, Language.DE, met(), found).text();
    assertThat(german)
        .contains(Shops.KNOWN, "18. November 2026", "25. November 2026", "DHL")
        .contains(PHRASES.say("de", "order.status." + status))
        .doesNotContain("{");
    var english = content(LOOK_UP, Language.EN, met(), found).text();
    assertThat(english)
        .contains("18 November 2026", PHRASES.say("en", "order.status." + status))
        .doesNotContain("{");
  }

  @Test
  void saysWhatIsNotKnownOfAnOrder() {
    var bare = Shops.order(Order.Status.PLACED);
    var order =
        new Order(
            bare.number(), bare.status(), bare.placedOn(), bare.items(), bare.total(), null, null);
    assertThat(content(LOOK_UP, Language.DE, met(), new Lookup.Found(order)).text())
        .contains(PHRASES.say("de", "order.noDate"))
        .doesNotContain("{", "null");
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerOfTheCatalogueIsFilledInCompletely(Language language) {
    var found = new Lookup.Found(Shops.order(Order.Status.SHIPPED));
    for (var intent : Catalogues.shipped().intents().values())
      for (int variant = 0; variant < intent.answers(language).size(); variant++) {
        var decision =
            intent.form() == null
                ? new Decision.Answer(intent.id(), variant)
                : new Decision.Act(intent.id(), intent.form().action(), Shops.KNOWN);
        assertThat(content(decision, language, met(), found).text())
            .as(intent.id())
            .doesNotContain("{", "}");
      }
  }

  @Test
  void everyPhraseExistsInBothLanguages() {
    assertThat(PHRASES.names("de")).isEqualTo(PHRASES.names("en")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasItsWords(Escalation.Reason reason) {
    for (var language : Language.values())
      assertThat(said(handOff(reason), language, met())).isNotBlank();
  }

  @Test
  void whoWaitsIsToldThatSomebodyKnows() {
    var why = new Escalation(Escalation.Reason.HUMAN_WISH, "human_wish", List.of());
    var waiting = new Stage.Waiting(why, Instant.EPOCH);
    var situation = new Situation(waiting, dialogue(1, 0, Map.of()), true);
    assertThat(said(handOff(Escalation.Reason.EMOTION), Language.DE, situation))
        .isEqualTo(PHRASES.say("de", "handoff.already"));
  }

  @Test
  void offersTheChoicesNoneOfThemAndAPerson() {
    var clarify = new Decision.Clarify(List.of("opening_hours", "jobs"), false);
    var content = content(clarify, Language.DE, met(), null);
    assertThat(content.choices().stream().map(Choice::payload))
        .containsExactly("/opening_hours", "/jobs", "/none", "/human");
    assertThat(content.text()).isEqualTo(PHRASES.say("de", "clarify"));
  }

  @Test
  void admitsThatItDidNotUnderstandAndOffersAPerson() {
    var content = content(new Decision.Clarify(List.of(), false), Language.EN, met(), null);
    assertThat(content.text()).isEqualTo(PHRASES.say("en", "misunderstood"));
    assertThat(content.choices()).containsExactly(new Choice("Talk to a person", "/human"));
    var failed = new Situation(new Stage.WithBot(), dialogue(1, 1, Map.of()), true);
    var guesses = new Decision.Clarify(List.of("jobs"), false);
    assertThat(said(guesses, Language.EN, failed))
        .isEqualTo(PHRASES.say("en", "misunderstood.choices"));
  }

  @Test
  void silenceHasNoWordsNotEvenAtTheBeginning() {
    assertThat(wording.say(step(new Decision.Silence()), Language.DE, first(1, Map.of()), null))
        .isEmpty();
  }

  private static Step step(Decision decision) {
    return new Step(decision, dialogue(1, 0, Map.of()));
  }

  private String said(Decision decision, Language language, Situation situation) {
    return content(decision, language, situation, null).text();
  }

  private Content content(
      Decision decision, Language language, Situation situation, Lookup lookup) {
    return wording.say(step(decision), language, situation, lookup).orElseThrow();
  }

  private static Decision handOff(Escalation.Reason reason) {
    return new Decision.HandOff(new Escalation(reason, "rule", List.of()));
  }

  private static Situation met() {
    return new Situation(new Stage.WithBot(), dialogue(1, 0, Map.of()), true);
  }

  private static Situation first(long epoch, Map<String, String> slots) {
    return new Situation(new Stage.WithBot(), dialogue(epoch, 0, slots), false);
  }

  private static Dialogue dialogue(long epoch, int failures, Map<String, String> slots) {
    return new Dialogue(epoch, "de", slots, null, failures, false, List.of(), Mood.CALM);
  }
}
