package io.direktdraht.console.brief;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.PromiseKind;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.event.Turn.Dialogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BriefTest {
  private static final Turn.Candidate DAMAGED =
      new Turn.Candidate("delivery_damaged", "Beschädigt angekommen", 0.9);
  private static final Map<String, String> ORDER = Map.of("order_number", "LH-402915");

  private Conversation conversation =
      Conversation.opened(ConversationId.next(NINE), ContactId.next(NINE), WEB, NINE);
  private final List<Recorded> log = new ArrayList<>();

  @Test
  void ofNothingKnowsNothing() {
    var brief = brief();
    assertThat(brief.goal()).isNull();
    assertThat(brief.why()).isEmpty();
    assertThat(brief.feeling().value()).isZero();
  }

  @Test
  void saysWhatTheContactWantsInTheirOwnWordsAndWhatTheBotSaid() {
    heard("Der Tisch kam kaputt an");
    turn("answer", DAMAGED, 0, Map.of());
    bot("Guten Tag, ich bin ein Bot.\n\nDas tut mir leid.\n\nMachen Sie Fotos.");
    heard("LH-402915");
    turn("clarify", null, 0, ORDER);
    bot("Was meinen Sie?");
    var brief = brief();
    assertThat(brief.goal()).isEqualTo("Beschädigt angekommen");
    assertThat(brief.facts())
        .containsExactly(new Brief.Noted("order_number", "LH-402915", null, false));
    assertThat(brief.words())
        .extracting(Brief.Said::text)
        .containsExactly("Der Tisch kam kaputt an", "LH-402915");
    assertThat(brief.tried())
        .containsExactly(
            new Brief.Tried(
                3, "Beschädigt angekommen", "Das tut mir leid.\n\nMachen Sie Fotos.", NINE));
    assertThat(brief.misunderstood()).isEqualTo(1);
  }

  @Test
  void goodMannersAndQuestionsAreNoAnswers() {
    turn("answer", new Turn.Candidate("greeting", "Begrüßung", 0.9), 0, Map.of());
    bot("Guten Tag!");
    turn("ask", DAMAGED, 0, Map.of());
    bot("Wie lautet die Nummer?");
    assertThat(brief().tried()).isEmpty();
    assertThat(brief().goal()).isEqualTo("Beschädigt angekommen");
  }

  @Test
  void onlyTheFirstWordsOfTheBotIntroduceIt() {
    heard("Hallo");
    turn("answer", DAMAGED, 0, Map.of());
    bot("Ich bin ein Bot.\n\nErstens.\n\nZweitens.");
    turn("answer", DAMAGED, 0, Map.of());
    bot("Drittens.\n\nViertens.");
    assertThat(brief().tried())
        .extracting(Brief.Tried::text)
        .containsExactly("Erstens.\n\nZweitens.", "Drittens.\n\nViertens.");
  }

  @Test
  void buttonsAreNoWordsAndWhatIsWrittenToAPersonStandsInTheThread() {
    heard("Der Tisch ist kaputt");
    pressed("/human");
    letGo("human_wish");
    pressed("/desk/callback");
    heard("Ein Bein fehlt");
    happens(new ConversationEvent.AgentJoined(ANA, "Ana", NINE));
    said(new Author.Agent(ANA, "Ana"), "Guten Tag");
    heard("Danke");
    assertThat(brief().words())
        .extracting(Brief.Said::text)
        .containsExactly("Der Tisch ist kaputt", "Ein Bein fehlt");
  }

  @Test
  void everyReasonIsToldInItsOrder() {
    heard("Der Tisch ist kaputt");
    letGo("complaint");
    heard("Ich gehe zum Anwalt");
    letGo("legal");
    heard("Und die Presse erfährt es auch");
    letGo("press");
    assertThat(rules()).containsExactly("complaint", "legal", "press");
  }

  @Test
  void whatWasAskedOfBotAndDeskAreNoLastWords() {
    heard("Der Tisch ist kaputt");
    turn("handOff", null, 0, Map.of());
    letGo("human_wish");
    heard("Wie lange noch?");
    turn("answer", null, 0, Map.of());
    happens(new ConversationEvent.StandingAsked(NINE));
    heard("stimmt");
    turn("answer", null, 0, Map.of());
    happens(new ConversationEvent.FactsConfirmed(Map.of(), NINE));
    assertThat(brief().words())
        .extracting(Brief.Said::text)
        .containsExactly("Der Tisch ist kaputt");
  }

  @Test
  void theFirstReasonLeadsAndWhatWasAddedWhileWaitingFollows() {
    letGo("complaint");
    letGo("human_wish");
    letGo("human_wish");
    assertThat(rules()).containsExactly("complaint", "human_wish");
    happens(new ConversationEvent.AgentJoined(ANA, "Ana", NINE));
    happens(new ConversationEvent.ReturnedToBot(ANA, "bitte Status nennen", NINE));
    letGo("two_strikes");
    assertThat(rules()).containsExactly("two_strikes");
    assertThat(brief().passed())
        .containsExactly(new Brief.Passed(ANA, "bitte Status nennen", NINE));
  }

  @Test
  void whoMustWaitAgainIsHereForTheSameReason() {
    letGo("complaint");
    happens(new ConversationEvent.AgentJoined(ANA, "Ana", NINE));
    happens(
        new ConversationEvent.Requeued(
            ANA, ConversationEvent.Requeued.Cause.PUT_BACK, "service", "kennt ihr euch aus", NINE));
    letGo("human_wish");
    assertThat(rules()).containsExactly("complaint", "human_wish");
    assertThat(brief().passed())
        .extracting(Brief.Passed::note)
        .containsExactly("kennt ihr euch aus");
  }

  @Test
  void knowsFromTheRowWhyAndWhatIsPromisedWhenTheEventsAreMissing() {
    letGo("complaint");
    var promise = PromiseId.next(NINE);
    var due = NINE.plusSeconds(3600);
    happens(new ConversationEvent.PromiseMade(promise, due, PromiseKind.CALLBACK, NINE));
    log.clear();
    assertThat(rules()).containsExactly("complaint");
    assertThat(brief().promises())
        .containsExactly(
            new Brief.Promised(promise, PromiseKind.CALLBACK, due, Brief.Promised.State.OPEN));
  }

  @Test
  void tellsWhatBecameOfEachPromise() {
    letGo("human_wish");
    var answer = PromiseId.next(NINE);
    var call = PromiseId.next(NINE.plusSeconds(1));
    var again = PromiseId.next(NINE.plusSeconds(2));
    happens(new ConversationEvent.PromiseMade(answer, NINE, NINE));
    happens(new ConversationEvent.PromiseMade(call, NINE, PromiseKind.CALLBACK, NINE));
    happens(new ConversationEvent.PromiseBroken(call, NINE));
    happens(new ConversationEvent.PromiseMade(again, NINE, NINE));
    assertThat(brief().promises())
        .extracting(Brief.Promised::id, Brief.Promised::state)
        .containsExactly(
            tuple(call, Brief.Promised.State.BROKEN), tuple(again, Brief.Promised.State.OPEN));
    happens(new ConversationEvent.PromiseKept(again, NINE));
    assertThat(brief().promises().getLast().state()).isEqualTo(Brief.Promised.State.KEPT);
  }

  @Test
  void showsWhatTheContactCorrectedAndWhatTheySaidIsRight() {
    turn("handOff", null, 0, Map.of(Dialogue.MATTER, "Bestellstatus", "order_number", "LH-1"));
    happens(new ConversationEvent.FactGiven("order_number", "LH-1", "LH-2", NINE));
    happens(new ConversationEvent.FactGiven(Dialogue.MATTER, "Bestellstatus", "Bein fehlt", NINE));
    assertThat(brief().facts())
        .containsExactly(
            new Brief.Noted(Dialogue.MATTER, "Bein fehlt", "Bestellstatus", false),
            new Brief.Noted("order_number", "LH-2", "LH-1", false));
    assertThat(brief().goal()).isEqualTo("Bein fehlt");
    happens(new ConversationEvent.FactsConfirmed(Map.of("order_number", "LH-2"), NINE));
    assertThat(brief().facts().getLast())
        .isEqualTo(new Brief.Noted("order_number", "LH-2", "LH-1", true));
  }

  @Test
  void theMoodIsACurveWithTheWordsThatCausedIt() {
    turn("answer", DAMAGED, -0.8, Map.of());
    turn("answer", DAMAGED, 0, Map.of());
    turn("answer", DAMAGED, -0.1, Map.of());
    assertThat(brief().feeling().curve()).containsExactly(-0.8, -0.4, -0.3);
    assertThat(brief().feeling().words()).containsExactly("Mensch");
  }

  private List<String> rules() {
    return brief().why().stream().map(why -> why.escalation().rule()).toList();
  }

  private Brief brief() {
    return Brief.of(conversation, log);
  }

  private void happens(ConversationEvent event) {
    log.add(conversation.place(event));
    conversation = conversation.after(event);
  }

  private void heard(String text) {
    received(Content.text(text));
  }

  private void pressed(String payload) {
    received(new Content("Knopf", payload, List.of()));
  }

  private void received(Content content) {
    var message = new Message(new Author.Contact(), WEB, content, fresh());
    happens(new ConversationEvent.MessageReceived(message, NINE));
  }

  private void bot(String text) {
    said(new Author.Bot(), text);
  }

  private void said(Author author, String text) {
    happens(
        new ConversationEvent.MessageSent(
            new Message(author, WEB, Content.text(text), null), NINE));
  }

  private void letGo(String rule) {
    var why = new Escalation(Escalation.Reason.COMPLAINT, rule, List.of());
    happens(new ConversationEvent.HandoffRequested(why, NINE.plusSeconds(conversation.lastSeq())));
  }

  private void turn(
      String decision, Turn.@Nullable Candidate about, double mood, Map<String, String> slots) {
    var candidates = about == null ? List.<Turn.Candidate>of() : List.of(about);
    var words = mood < -0.5 ? List.of("Mensch") : List.<String>of();
    var understood = new Turn.Understood("de", candidates, List.of(), false, mood, words);
    var dialogue = Dialogue.fresh(conversation.epoch(), "de", slots);
    var intent = about == null ? null : about.intent();
    happens(
        new ConversationEvent.TurnDecided(
            new Turn(decision, intent, understood, dialogue, "v1", conversation.lastSeq(), 1),
            NINE));
  }
}
