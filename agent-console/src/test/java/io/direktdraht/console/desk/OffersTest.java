package io.direktdraht.console.desk;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.console.desk.goal.Goal;
import io.direktdraht.console.work.Done;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Logs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OffersTest {
  private final Offices office = new Offices();
  private final Desk desk = office.desk;

  @Test
  void whoWaitsIsOfferedAtOnceAndToTheNextWhenNobodyAnswers() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    desk.tell(seen.id());
    var first = desk.offerTo(ANNA.id()).orElseThrow();
    assertThat(first.conversation()).isEqualTo(seen.id());
    office.presence.connected(BERND.id());
    office.now = first.until();
    desk.dispatch();
    assertThat(desk.offerTo(ANNA.id())).isEmpty();
    assertThat(desk.offerTo(BERND.id()).orElseThrow().conversation()).isEqualTo(seen.id());
    office.now = office.now.plus(Duration.ofMinutes(1));
    desk.dispatch(); // nobody took it: the round begins anew
    assertThat(desk.offerTo(ANNA.id()).or(() -> desk.offerTo(BERND.id()))).isPresent();
  }

  @Test
  void whoPassesIsNotAskedAgainAndWhoTakesHasNoOfferLeft() {
    office.presence.connected(ANNA.id());
    office.presence.connected(BERND.id());
    var seen = office.waiting();
    desk.tell(seen.id());
    var asked = desk.offerTo(ANNA.id()).isPresent() ? ANNA : BERND;
    var other = asked == ANNA ? BERND : ANNA;
    assertThat(office.workplace.pass(seen.id(), other)).isEqualTo(new Done.TooLate());
    office.workplace.pass(seen.id(), asked);
    assertThat(desk.offerTo(other.id())).isPresent();
    office.workplace.claim(seen.id(), other);
    assertThat(desk.offerTo(other.id())).isEmpty();
  }

  @Test
  void aVanishedAgentsContactIsBackAtTheFrontWithTheOriginalTime() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    desk.tell(seen.id());
    office.workplace.claim(seen.id(), ANNA);
    var began = office.now;
    office.now = office.now.plusSeconds(600);
    office.append(seen, said("noch da?"));
    office.presence.disconnected(ANNA.id());
    desk.watch();
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.WithAgent.class);
    office.presence.connected(BERND.id());
    office.now = office.now.plusSeconds(30);
    desk.watch();
    var stage = (Stage.Waiting) office.now(seen).stage();
    assertThat(stage.since()).isEqualTo(began);
    assertThat(desk.position(seen.id())).contains(1);
    assertThat(office.told(seen).getLast()).startsWith("Die Verbindung zu Ihrer Ansprechperson");
  }

  @Test
  void whoHasAnAnswerIsNotTakenFromAnAbsentAgent() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    office.workplace.claim(seen.id(), ANNA);
    office.workplace.answer(seen.id(), ANNA, "Ich kümmere mich.", "1");
    office.presence.left(ANNA.id());
    office.now = office.now.plusSeconds(3600);
    desk.watch();
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.WithAgent.class);
  }

  @Test
  void aSilentAgentIsRemindedAndThenRelieved() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    office.workplace.claim(seen.id(), ANNA);
    office.append(seen, said("hallo?"));
    assertThat(desk.unansweredSince(seen.id())).contains(office.now);
    office.now = office.now.plus(Duration.ofMinutes(10)).plusSeconds(1);
    desk.watch();
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
    assertThat(office.events(seen))
        .filteredOn(ConversationEvent.Requeued.class::isInstance)
        .singleElement()
        .extracting(event -> ((ConversationEvent.Requeued) event).cause())
        .isEqualTo(ConversationEvent.Requeued.Cause.SILENT);
  }

  @Test
  void aNewDeskFindsWhoHasNoAnswerInTheLog() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    office.workplace.claim(seen.id(), ANNA);
    office.append(seen, said("hallo?"));
    assertThat(office.anotherDesk().unansweredSince(seen.id())).isPresent();
  }

  @Test
  void whoIsCalledForATeamThatTakesIsOfferedOnlyWhenTheFirstAnswerIsAtRisk() {
    var desk = office.anotherDesk(Desks.PULL_RULES);
    office.presence.connected(ANNA.id());
    var why = new Escalation(Escalation.Reason.COMPLEX, "return", List.of()).team("returns");
    var seen = office.waiting(why);
    desk.dispatch();
    assertThat(desk.position(seen.id())).contains(1);
    assertThat(desk.offerTo(ANNA.id())).isEmpty();
    var goal = desk.goal(office.now(seen)).orElseThrow();
    assertThat(goal.kind()).isEqualTo(Goal.Kind.FIRST_ANSWER);
    office.now = goal.warn();
    desk.dispatch();
    assertThat(desk.offerTo(ANNA.id()).orElseThrow().conversation()).isEqualTo(seen.id());
  }

  @Test
  void goalsFollowWhatIsOwed() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    var began = office.now;
    office.workplace.claim(seen.id(), ANNA);
    office.now = office.now.plusSeconds(60);
    assertThat(goal(seen)).isEqualTo(new Owed(Goal.Kind.FIRST_ANSWER, began));
    office.workplace.answer(seen.id(), ANNA, "Guten Tag", "1");
    assertThat(goal(seen)).isEqualTo(new Owed(Goal.Kind.RESOLVE, began));
    office.says(seen, "und wann?");
    assertThat(goal(seen)).isEqualTo(new Owed(Goal.Kind.NEXT_ANSWER, office.now));
    office.now = office.now.plus(Duration.ofMinutes(11));
    office.workplace.answer(seen.id(), ANNA, "Morgen", "2");
    office.workplace.resolve(seen.id(), ANNA, Outcome.SOLVED_BY_AGENT);
    assertThat(desk.goal(office.now(seen))).isEmpty();
    assertThat(office.goals("first_answer", "met")).isEqualTo(1);
    assertThat(office.goals("next_answer", "missed")).isEqualTo(1);
    assertThat(office.goals("resolve", "met")).isEqualTo(1);
  }

  private record Owed(Goal.Kind kind, Instant since) {}

  private Owed goal(Conversation seen) {
    var goal = desk.goal(office.now(seen)).orElseThrow();
    return new Owed(goal.kind(), goal.since());
  }

  @Test
  void putBackGoesToTheOtherTeamWithItsTime() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    office.workplace.claim(seen.id(), ANNA);
    office.workplace.putBack(seen.id(), ANNA, "returns", "Rückgabe");
    var stage = (Stage.Waiting) office.now(seen).stage();
    assertThat(stage.why().needs().team()).isEqualTo("returns");
    assertThat(stage.since()).isEqualTo(office.now);
    assertThat(office.workplace.putBack(seen.id(), ANNA, null, null))
        .isEqualTo(new Done.NotYours());
  }

  @Test
  void aHundredRacesOfTwoAgentsHaveOneWinnerEach() throws InterruptedException {
    for (int race = 0; race < 100; race++) {
      var seen = office.waiting();
      var won = new AtomicInteger();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var agent : List.of(ANNA, BERND))
          threads.execute(() -> {
            if (office.workplace.claim(seen.id(), agent) instanceof Done.Stored)
              won.incrementAndGet();
          });
      }
      assertThat(won).hasValue(1);
      assertThat(joined(seen)).isEqualTo(1);
    }
  }

  private long joined(Conversation seen) {
    return office.events(seen).stream()
        .filter(ConversationEvent.AgentJoined.class::isInstance)
        .count();
  }

  private ConversationEvent said(String text) {
    var message = new Message(new Author.Contact(), Logs.WEB, Content.text(text), null);
    return new ConversationEvent.MessageReceived(message, office.now);
  }
}
