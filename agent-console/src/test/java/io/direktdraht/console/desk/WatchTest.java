package io.direktdraht.console.desk;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.conversation.log.Logs.POSTED;
import static io.direktdraht.conversation.log.Logs.fresh;
import static io.direktdraht.conversation.log.Logs.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);
  private static final Duration IDLE = Duration.ofHours(1);
  private final Offices office = new Offices();
  private final Desk desk = office.desk;

  @BeforeEach
  void somebodyIsThere() {
    office.presence.connected(ANNA.id());
    office.presence.connected(BERND.id());
  }

  @Test
  void whoWaitsTooLongIsAskedOnceAndKeepsThePlace() {
    var seen = office.waiting();
    later(LONGEST_WAIT.minusSeconds(1));
    assertThat(office.told(seen)).isEmpty();
    later(Duration.ofSeconds(1));
    later(Duration.ofMinutes(1));
    assertThat(office.told(seen))
        .singleElement()
        .asString()
        .startsWith("Sie warten seit 20 Minuten.");
    assertThat(office.choices(seen))
        .containsExactly("/desk/wait", "/desk/callback", "/desk/email", "/bot");
    assertThat(desk.position(seen.id())).contains(1);
  }

  @Test
  void whoHasJustComeToADesertedDeskIsToldOnce() {
    office.presence.left(ANNA.id());
    office.presence.left(BERND.id());
    office.now = office.now.plus(Duration.ofMinutes(5));
    var seen = office.waiting();
    desk.watch(); // the sweep is here before the hint
    desk.tell(seen.id());
    desk.watch();
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Promised.class);
    assertThat(office.told(seen)).hasSize(1);
  }

  @Test
  void whoSaysNothingToItIsPromisedAnAnswer() {
    var seen = office.waiting();
    later(LONGEST_WAIT);
    later(LONGEST_WAIT);
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Promised.class);
    assertThat(office.told(seen).getLast()).startsWith("Sie müssen nicht auf den Bildschirm");
  }

  @Test
  void whoWaitsOnIsAskedAgainLater() {
    var seen = office.waiting();
    later(LONGEST_WAIT);
    office.presses(seen, "/desk/wait");
    desk.tell(seen.id());
    later(LONGEST_WAIT);
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
    assertThat(office.told(seen).getLast()).startsWith("Sie warten seit 40 Minuten.");
  }

  @Test
  void timeWithAnAgentIsNoWaitThatGrewTooLong() {
    var seen = office.waiting();
    office.workplace.claim(seen.id(), ANNA);
    office.now = office.now.plus(Duration.ofHours(2));
    office.workplace.putBack(seen.id(), ANNA, null, null);
    later(Duration.ofSeconds(1));
    assertThat(office.told(seen).getLast()).startsWith("Ich gebe Sie an eine Kollegin");
  }

  @Test
  void anIdleConversationIsAskedAboutAndThenEnds() {
    var seen = answered();
    later(IDLE.minusSeconds(1));
    assertThat(office.choices(seen)).isEmpty();
    later(Duration.ofSeconds(2));
    assertThat(office.told(seen).getLast()).isEqualTo("Ist alles geklärt?");
    assertThat(office.choices(seen)).containsExactly("/desk/solved", "/desk/open");
    later(IDLE);
    later(IDLE);
    assertThat(office.now(seen).stage()).isEqualTo(new Stage.Resolved(Outcome.LEFT_SILENTLY));
    assertThat(asked(seen)).isEqualTo(1);
  }

  @Test
  void noNumberOfLettersKeepsTheDeskFromWhoIsIdle() {
    for (int i = 0; i < 501; i++) {
      var letter = office.ports.intake().receive(hello(POSTED, fresh(), fresh(), office.now));
      office.botAnswers(letter.conversation());
    }
    office.now = office.now.plusSeconds(1);
    var seen = office.received();
    office.botAnswers(seen);
    later(IDLE.plusSeconds(1));
    assertThat(office.told(seen)).containsExactly("Ist alles geklärt?");
    later(IDLE.plusSeconds(1));
    later(IDLE.plusSeconds(1));
    assertThat(office.now(seen).stage()).isEqualTo(new Stage.Resolved(Outcome.LEFT_SILENTLY));
  }

  @Test
  void yesEndsItAsSolvedByWhoSolvedIt() {
    var seen = answered();
    later(IDLE.plusSeconds(1));
    office.presses(seen, "/desk/solved");
    desk.tell(seen.id());
    assertThat(office.now(seen).stage()).isEqualTo(new Stage.Resolved(Outcome.SOLVED_BY_AGENT));
    assertThat(office.told(seen).getLast()).startsWith("Schön, das freut mich.");
    var withBot = office.received();
    office.presses(withBot, "/desk/solved");
    desk.tell(withBot.id());
    assertThat(office.now(withBot).stage()).isEqualTo(new Stage.Resolved(Outcome.SOLVED_BY_BOT));
  }

  @Test
  void noIsAQuestionToTheAgent() {
    var seen = answered();
    later(IDLE.plusSeconds(1));
    office.presses(seen, "/desk/open");
    desk.tell(seen.id());
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.WithAgent.class);
    assertThat(desk.unansweredSince(seen.id())).contains(office.now);
  }

  @Test
  void whoThankedIsNotAskedAndNobodyIsReminded() {
    var seen = answered();
    office.says(seen, "Vielen Dank!");
    assertThat(desk.unansweredSince(seen.id())).isEmpty();
    later(Duration.ofMinutes(30));
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.WithAgent.class);
    later(IDLE);
    assertThat(office.now(seen).stage()).isEqualTo(new Stage.Resolved(Outcome.SOLVED_BY_AGENT));
  }

  @Test
  void thanksBeforeTheAgentWentOnEndNothing() {
    var seen = answered();
    office.says(seen, "danke");
    office.workplace.answer(seen.id(), ANNA, "Ich melde mich noch einmal.", "2");
    later(IDLE.plusSeconds(1));
    assertThat(office.told(seen).getLast()).isEqualTo("Ist alles geklärt?");
  }

  @Test
  void whoseAnswerIsOwedIsNotIdle() {
    var seen = office.received(); // the bot owes a turn
    office.now = office.now.plus(IDLE).plusSeconds(1);
    desk.watch();
    assertThat(office.told(seen)).isEmpty();
  }

  @Test
  void theBotsContactsAreOfferedAPerson() {
    var seen = office.received();
    office.botAnswers(seen);
    later(IDLE.plusSeconds(1));
    assertThat(office.choices(seen)).containsExactly("/desk/solved", "/human");
  }

  private Conversation answered() {
    var seen = office.waiting();
    office.workplace.claim(seen.id(), ANNA);
    office.workplace.answer(seen.id(), ANNA, "Ihr Paket ist unterwegs.", "1");
    return seen;
  }

  private void later(Duration time) {
    office.now = office.now.plus(time);
    desk.watch();
    desk.watch();
  }

  private long asked(Conversation seen) {
    return office.events(seen).stream()
        .filter(event ->
            event instanceof ConversationEvent.MessageSent(var message, _)
                && message.content().text().equals("Ist alles geklärt?"))
        .count();
  }
}
