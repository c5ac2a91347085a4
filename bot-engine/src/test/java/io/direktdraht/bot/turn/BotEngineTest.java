package io.direktdraht.bot.turn;

import static io.direktdraht.conversation.log.Logs.ANA;
import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Catalogues;
import io.direktdraht.bot.Shops;
import io.direktdraht.bot.escalation.RuleTexts;
import io.direktdraht.bot.escalation.ShippedRules;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.signal.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotEngineTest {
  @Test
  void answersAndLeavesNothingOwed() {
    var bot = new Engines();
    var seen = bot.receive("opening_hours");
    assertThat(bot.engine.takeTurn(seen.id())).isTrue();
    assertThat(bot.said(seen)).singleElement().asString().contains("ein Bot", "Mo-Fr 9-17 Uhr");
    assertThat(bot.owed(seen)).isEmpty();
    assertThat(bot.engine.takeTurn(seen.id())).isFalse();
  }

  @Test
  void thanksForAFileAndTakesTheWordsBesideIt() {
    var bot = new Engines();
    var seen = bot.receiveFile();
    bot.turns(seen);
    assertThat(bot.said(seen)).singleElement().asString().contains("ein Bot", "die Datei", "Worum");
    assertThat(bot.decided(seen).getFirst().dialogue().failures()).isZero();
    bot.receiveFile();
    bot.receive("opening_hours");
    bot.turns(seen);
    assertThat(bot.said(seen).getLast()).contains("Mo-Fr 9-17 Uhr");
  }

  @Test
  void doesNotTakeForWordsWhatStandsForAPlaceOrASticker() {
    var bot = new Engines();
    var seen = bot.receive("[Standort: opening_hours]", Content.WORDLESS);
    bot.turns(seen);
    assertThat(bot.said(seen)).singleElement().asString().contains("nicht lesen", "Worum");
    assertThat(bot.decided(seen).getFirst().dialogue().failures()).isZero();
    bot.receive("opening_hours");
    bot.receive("[Sticker]", Content.WORDLESS);
    bot.turns(seen);
    assertThat(bot.said(seen).getLast()).contains("Mo-Fr 9-17 Uhr");
  }

  @Test
  void hasNothingToSayInAConversationThatNeverWas() {
    assertThat(new Engines().engine.takeTurn(ConversationId.next(NINE))).isFalse();
  }

  @Test
  void explainsTheTurnInTheLog() {
    var bot = new Engines();
    var seen = bot.receive("order_status " + Shops.KNOWN);
    bot.turns(seen);
    var turn = bot.decided(seen).getFirst();
    assertThat(turn.decision()).isEqualTo("act");
    assertThat(turn.intent()).isEqualTo("order_status");
    assertThat(turn.upTo()).isEqualTo(seen.lastSeq());
    assertThat(turn.understood().entities())
        .containsExactly(new Turn.Entity("order_number", Shops.KNOWN));
    assertThat(turn.understood().candidates().getFirst().title()).isEqualTo("Bestellstatus");
    assertThat(bot.said(seen).getFirst()).contains(Shops.KNOWN, "unterwegs");
  }

  @Test
  void joinsSeveralMessagesIntoOneTurn() {
    var bot = new Engines();
    bot.receive("hallo");
    bot.receive("ich wollte fragen");
    var seen = bot.receive("opening_hours");
    bot.turns(seen);
    assertThat(bot.decided(seen)).hasSize(1);
    assertThat(bot.said(seen)).hasSize(1);
    assertThat(bot.now(seen).marks().answered()).isEqualTo(seen.lastSeq());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/human", "/opening_hours"})
  void aWishInAnyOfTheJoinedMessagesIsHonoured(String last) {
    var bot = new Engines();
    bot.receive("Knopf", "/human");
    var seen = bot.receive("und noch etwas", last.equals("/human") ? null : last);
    bot.turns(seen);
    assertThat(why(bot.now(seen))).isEqualTo(Reason.HUMAN_WISH);
  }

  @Test
  void aMessageThatArrivesMeanwhileOwesTheNextTurn() {
    var self = new AtomicReference<Engines>();
    var bot =
        new Engines(
            Shops.orders(),
            text -> {
              if (text.equals("opening_hours")) self.get().receive("return_policy");
            });
    self.set(bot);
    var seen = bot.receive("opening_hours");
    bot.engine.takeTurn(seen.id());
    assertThat(bot.owed(seen)).containsExactly(seen.lastSeq() + 1);
    bot.turns(seen);
    assertThat(bot.decided(seen).stream().map(Turn::intent))
        .containsExactly("opening_hours", "return_policy");
    assertThat(bot.owed(seen)).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterAPersonTookOverIsDropped() {
    var self = new AtomicReference<Engines>();
    var seen = new AtomicReference<Conversation>();
    var bot =
        new Engines(Shops.orders(), _ -> self.get().ports.log().append(claim(seen.get(), ANA)));
    self.set(bot);
    seen.set(bot.receive("opening_hours"));
    bot.turns(seen.get());
    assertThat(bot.said(seen.get())).isEmpty();
    assertThat(bot.decided(seen.get())).isEmpty();
    assertThat(bot.owed(seen.get())).isEmpty();
    assertThat(bot.meters.counter("direktdraht.turns", "decision", "dropped").count()).isEqualTo(1);
  }

  @Test
  void isSilentWhileAPersonHasTheConversation() {
    var bot = new Engines();
    var seen = bot.receive("opening_hours");
    bot.ports.log().append(claim(seen, ANA));
    bot.receive("return_policy");
    assertThat(bot.engine.takeTurn(seen.id())).isFalse();
    assertThat(bot.said(seen)).isEmpty();
  }

  @Test
  void anOutageOfTheShopHandsOff() {
    var bot = new Engines();
    var seen = bot.receive("order_status " + Shops.OUTAGE);
    bot.turns(seen);
    assertHandedOffByError(bot, seen);
  }

  @Test
  void aShopThatThrowsHandsOff() {
    Orders broken =
        _ -> {
          throw new IllegalStateException("a defect");
        };
    var bot = new Engines(broken, _ -> {});
    var seen = bot.receive("order_status " + Shops.KNOWN);
    bot.turns(seen);
    assertHandedOffByError(bot, seen);
  }

  @Test
  void aRecogniserThatThrowsHandsOff() {
    var bot =
        new Engines(
            Shops.orders(),
            _ -> {
              throw new IllegalStateException("a defect");
            });
    var seen = bot.receive("opening_hours");
    bot.turns(seen);
    assertHandedOffByError(bot, seen);
  }

  @Test
  void whatOverflowsTheStackHandsOff() {
    var bot =
        new Engines(
            Shops.orders(),
            _ -> {
              throw new StackOverflowError();
            });
    var seen = bot.receive("opening_hours");
    bot.turns(seen);
    assertHandedOffByError(bot, seen);
  }

  @Test
  void anEscalationNamesTheVersionOfTheRulesAsItsTurnDoes() {
    var bot = new Engines();
    var seen = bot.receive("complaint");
    bot.turns(seen);
    var why = ((Stage.Waiting) bot.now(seen).stage()).why();
    assertThat(why.rule()).isEqualTo("complaint");
    assertThat(why.evidence().facts()).isEqualTo(Map.of("intent.escalates", "true"));
    assertThat(bot.decided(seen).getFirst().catalogue())
        .isEqualTo(Catalogues.shipped().version() + "." + why.evidence().version());
  }

  @Test
  void theRulesSeeWhatSurroundsAConversation(@TempDir Path folder) {
    var rules =
        RuleTexts.with(
            "reason: complex",
            "when: >-",
            "  channel == \"web\" && hours.open && queue.length == 0 && turn.count == 2",
            "  && contact.messagesLast24h == 2 && minutesSinceLastHuman == -1 && mood == 0.0",
            "priority: 60");
    var bot =
        new Engines(Shops.orders(), _ -> {}, ShippedRules.valid(RuleTexts.read(folder, rules)));
    var seen = bot.receive("opening_hours");
    bot.turns(seen);
    assertThat(bot.now(seen).stage()).isEqualTo(new Stage.WithBot());
    bot.turns(bot.receive("return_policy"));
    assertThat(why(bot.now(seen))).isEqualTo(Reason.COMPLEX);
  }

  @Test
  void countsARuleThatCannotBeEvaluated(@TempDir Path folder) {
    var rules = RuleTexts.with("reason: vip", "when: contact.matters[intent] > 5", "priority: 60");
    var bot =
        new Engines(Shops.orders(), _ -> {}, ShippedRules.valid(RuleTexts.read(folder, rules)));
    var seen = bot.receive("opening_hours");
    bot.turns(seen);
    assertThat(bot.said(seen)).hasSize(1);
    assertThat(bot.meters.counter("direktdraht.rules.failed", "rule", "own").count()).isEqualTo(1);
  }

  @Test
  void saysThatItTypesWhileItLooksUp() {
    var bot = new Engines();
    var heard = new ArrayList<Signal>();
    bot.signals.subscribe(heard::add);
    bot.turns(bot.receive("order_status " + Shops.KNOWN));
    assertThat(heard).hasAtLeastOneElementOfType(Signal.Typing.class);
  }

  @Test
  void leavesTheQueueWhenTheContactWantsTheBotBack() {
    var bot = new Engines();
    var seen = bot.receive("einen Mensch bitte");
    bot.turns(seen);
    assertThat(bot.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
    bot.turns(bot.receive("Zurück zum Bot", "/bot"));
    assertThat(bot.now(seen).stage()).isEqualTo(new Stage.WithBot());
    assertThat(bot.events(seen))
        .hasAtLeastOneElementOfType(ConversationEvent.HandoffWithdrawn.class);
  }

  @Test
  void theButtonOfAnAnswerThatIsNoCommandIsReadAsWords() {
    var bot = new Engines();
    var seen = bot.receive("Wann?", "opening_hours");
    bot.turns(seen);
    assertThat(bot.decided(seen).getFirst().intent()).isEqualTo("opening_hours");
  }

  @Test
  void speaksTheContactsLanguageFirst() {
    var bot = new Engines();
    var seen = bot.receive("opening_hours");
    assertThat(bot.ports.conversations().contact(seen.contact()).orElseThrow().details())
        .isEqualTo(Contact.Details.NONE.with(Contact.Detail.LANGUAGE, "de"));
    var english = new ConversationEvent.DetailGiven(Contact.Detail.LANGUAGE, "en", NINE);
    bot.ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(english)));
    bot.turns(seen);
    assertThat(bot.said(seen).getFirst()).contains("a bot");
  }

  private static void assertHandedOffByError(Engines bot, Conversation seen) {
    assertThat(why(bot.now(seen))).isEqualTo(Reason.BOT_ERROR);
    assertThat(bot.said(seen)).singleElement().asString().contains("schiefgegangen");
    assertThat(bot.owed(seen)).isEmpty();
  }

  private static Reason why(Conversation conversation) {
    return ((Stage.Waiting) conversation.stage()).why().reason();
  }
}
