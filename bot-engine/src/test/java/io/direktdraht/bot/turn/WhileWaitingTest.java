package io.direktdraht.bot.turn;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.log.Owed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is left in the log of what a contact says while they wait.
class WhileWaitingTest {
  private final Engines bot = new Engines();
  private final Conversation seen = bot.receive("order_status " + Shops.KNOWN);

  @Test
  void theHandOffIsNotDelayedByWhatIsAsked() {
    waiting();
    var events = bot.events(seen);
    assertThat(bot.said(seen).getLast()).contains("Bestellung " + Shops.KNOWN, "Stimmt das?");
    assertThat(events.getLast()).isInstanceOf(ConversationEvent.HandoffRequested.class);
    assertThat(bot.ports.owed().places(Owed.Kind.DESK, seen.id())).hasSize(1);
  }

  @Test
  void agentsSeeOldAndNew() {
    waiting();
    says("nein, es ist LH-222222");
    assertThat(given())
        .containsExactly(
            new ConversationEvent.FactGiven("order_number", Shops.KNOWN, "LH-222222", NINE));
    assertThat(bot.said(seen).getLast()).contains("LH-222222");
  }

  @Test
  void alsoWhenTheNewNumberCameWithAQuestion() {
    waiting();
    says("order_status LH-222222 ?");
    assertThat(bot.decided(seen).getLast().decision()).isEqualTo("act");
    assertThat(given())
        .containsExactly(
            new ConversationEvent.FactGiven("order_number", Shops.KNOWN, "LH-222222", NINE));
  }

  @Test
  void whatWasMissingHasNoOldValue() {
    var talk = new Engines();
    var other = talk.receive("complaint");
    talk.turns(other);
    talk.turns(talk.receive("LH-222222"));
    assertThat(talk.events(other))
        .contains(new ConversationEvent.FactGiven("order_number", null, "LH-222222", NINE));
  }

  @Test
  void aYesConfirmsWhatWasNoted() {
    waiting();
    says("ja stimmt");
    var title = "Bestellstatus";
    assertThat(bot.events(seen))
        .contains(
            new ConversationEvent.FactsConfirmed(
                Map.of("order_number", Shops.KNOWN, Dialogue.MATTER, title), NINE));
    assertThat(given()).isEmpty();
  }

  @Test
  void howLongItTakesIsOwedByTheDesk() {
    waiting();
    int said = bot.said(seen).size();
    says("Wie lange noch?");
    assertThat(bot.said(seen)).hasSize(said);
    assertThat(bot.events(seen).getLast()).isEqualTo(new ConversationEvent.StandingAsked(NINE));
    assertThat(bot.ports.owed().places(Owed.Kind.DESK, seen.id())).hasSize(2);
  }

  @Test
  void nobodyLosesTheirPlaceByTalkingToTheBot() {
    waiting();
    var place = bot.now(seen).stage();
    says("opening_hours");
    says("order_status " + Shops.KNOWN);
    says("Angaben korrigieren", "/wrong");
    says("hallo?");
    assertThat(bot.now(seen).stage()).isEqualTo(place);
  }

  @Test
  void whoLeavesTheQueueIsWithTheBotAgainAndMayComeBack() {
    waiting();
    says("Mit dem Bot weitermachen", "/bot");
    assertThat(bot.now(seen).stage()).isEqualTo(new Stage.WithBot());
    assertThat(bot.ports.owed().places(Owed.Kind.DESK, seen.id())).isEmpty();
    says("doch einen Mensch bitte");
    assertThat(bot.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
  }

  private void waiting() {
    bot.turns(seen);
    says("einen Mensch bitte");
    assertThat(bot.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
  }

  private void says(String text) {
    bot.turns(bot.receive(text));
  }

  private void says(String text, String payload) {
    bot.turns(bot.receive(text, payload));
  }

  private List<ConversationEvent> given() {
    return bot.events(seen).stream().filter(ConversationEvent.FactGiven.class::isInstance).toList();
  }
}
