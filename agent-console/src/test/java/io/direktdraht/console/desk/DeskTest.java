package io.direktdraht.console.desk;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Owed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTest {
  private final Offices office = new Offices();
  private final Desk desk = office.desk;

  @Test
  void tellsWhoIsNextAndHowLongItTakes() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    desk.tell(seen.id());
    assertThat(office.told(seen))
        .containsExactly(
            "Sie sind als Nächstes dran. Es dauert höchstens etwa 10 Minuten; Sie können inzwischen"
                + " weiterschreiben.");
    assertThat(owed(seen)).isZero();
    desk.tell(seen.id());
    assertThat(office.told(seen)).hasSize(1);
  }

  @Test
  void tellsThePlaceInTheQueueTheLongestWaitFirst() {
    office.presence.connected(ANNA.id());
    var first = office.waiting();
    office.now = office.now.plusSeconds(60);
    var second = office.waiting();
    desk.tell(second.id());
    assertThat(office.told(second).getFirst()).startsWith("Sie sind auf Platz 2.");
    assertThat(desk.position(first.id())).contains(1);
    office.workplace.claim(first.id(), ANNA);
    assertThat(desk.position(first.id())).isEmpty();
    assertThat(desk.position(second.id())).contains(1);
    assertThat(desk.now().waiting()).isEqualTo(1);
  }

  @Test
  void whoAsksHowLongItTakesIsToldWhereTheyStandNow() {
    office.presence.connected(ANNA.id());
    var first = office.waiting();
    office.now = office.now.plusSeconds(60);
    var second = office.waiting();
    desk.tell(second.id());
    office.workplace.claim(first.id(), ANNA);
    office.append(second, new ConversationEvent.StandingAsked(office.now));
    assertThat(owed(second)).isEqualTo(1);
    desk.tell(second.id());
    assertThat(owed(second)).isZero();
    assertThat(office.told(second)).hasSize(2);
    assertThat(office.told(second).getLast()).startsWith("Sie sind als Nächstes dran.");
  }

  @Test
  void whoAsksHowLongItTakesIsToldWhatIsPromised() {
    var seen = office.waiting();
    desk.tell(seen.id());
    office.append(seen, new ConversationEvent.StandingAsked(office.now));
    desk.tell(seen.id());
    assertThat(office.told(seen)).hasSize(2);
    assertThat(office.told(seen).getLast()).contains("Montag, 23. November 2026", "14:00");
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Promised.class);
  }

  @Test
  void promisesATimeWhenNobodyIsThere() {
    var seen = office.waiting();
    desk.tell(seen.id());
    var stage = (Stage.Promised) office.now(seen).stage();
    assertThat(stage.due()).isEqualTo(office.now.plus(Duration.ofHours(4)));
    assertThat(stage.since()).isEqualTo(office.now);
    assertThat(office.told(seen).getFirst())
        .startsWith("Gerade ist niemand da.")
        .contains("Montag, 23. November 2026", "14:00");
    assertThat(owed(seen)).isZero();
    assertThat(desk.position(seen.id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T15:00,2026-11-24T11:00", // over the night
    "2026-11-23T22:00,2026-11-24T13:00",
    "2026-11-27T16:00,2026-11-30T12:00", // over the weekend
    "2026-11-28T12:00,2026-11-30T13:00"
  })
  void thePromisedTimeIsWithinBusinessHours(String wish, String due) {
    office.now = berlin(wish);
    var seen = office.waiting();
    desk.tell(seen.id());
    assertThat(((Stage.Promised) office.now(seen).stage()).due()).isEqualTo(berlin(due));
  }

  @Test
  void whoWaitsWhileEverybodyHasGoneGetsAPromiseAfterAWhile() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    desk.tell(seen.id());
    office.presence.left(ANNA.id());
    office.now = office.now.plus(Duration.ofMinutes(2)).minusSeconds(1);
    desk.watch();
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
    office.now = office.now.plusSeconds(1);
    desk.watch();
    desk.watch();
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Promised.class);
    assertThat(office.told(seen)).hasSize(2);
  }

  @Test
  void nobodyIsForgottenWhileSomebodyIsThere() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    office.now = office.now.plus(Duration.ofHours(1));
    desk.watch();
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
  }

  @Test
  void saysNothingToWhoeverWasServedOrLeftMeanwhile() {
    var served = office.waiting();
    office.workplace.claim(served.id(), ANNA);
    desk.tell(served.id());
    assertThat(office.told(served)).hasSize(1);
    var left = office.waiting();
    office.append(left, new ConversationEvent.HandoffWithdrawn(office.now));
    desk.tell(left.id());
    assertThat(office.told(left)).isEmpty();
  }

  @Test
  void learnsFromTheWaitsOfThoseWhoWereServed() {
    office.presence.connected(ANNA.id());
    for (int i = 0; i < 30; i++) {
      var seen = office.waiting();
      desk.tell(seen.id());
      office.now = office.now.plus(Duration.ofMinutes(7));
      office.workplace.claim(seen.id(), ANNA);
      office.workplace.resolve(seen.id(), ANNA, Outcome.SOLVED_BY_AGENT);
    }
    var wait = desk.expectedWait().orElseThrow();
    assertThat(wait.from()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
    assertThat(wait.to()).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(10));
    office.presence.left(ANNA.id());
    assertThat(desk.expectedWait()).isEmpty();
  }

  @Test
  void tellsNoNumberThatLiesBeyondClosingTime() {
    office.presence.connected(ANNA.id());
    office.now = berlin("2026-11-23T16:57");
    var seen = office.waiting();
    desk.tell(seen.id());
    assertThat(office.told(seen).getFirst()).startsWith("Sie sind auf Platz 1, und der Platz");
    assertThat(office.choices(seen)).contains("/desk/callback", "/desk/email", "/bot");
    assertThat(desk.expectedWait()).isEmpty();
  }

  @Test
  void nobodyIsJudgedAbsentRightAfterTheStart() {
    var early = new Offices();
    early.now = NINE.minusSeconds(3590);
    var seen = early.waiting();
    early.desk.tell(seen.id());
    assertThat(early.now(seen).stage()).isInstanceOf(Stage.Waiting.class);
    assertThat(early.told(seen).getFirst()).startsWith("Sie sind auf Platz 1");
    early.now = early.now.plusSeconds(20);
    early.desk.watch(); // nobody came back
    assertThat(early.now(seen).stage()).isInstanceOf(Stage.Promised.class);
  }

  @Test
  void theQueueIsReadAgainFromTheLog() {
    var seen = office.waiting();
    desk.reload();
    assertThat(desk.position(seen.id())).contains(1);
  }

  private int owed(Conversation seen) {
    return office.ports.owed().places(Owed.Kind.DESK, seen.id()).size();
  }

  private static Instant berlin(String local) {
    return java.time.LocalDateTime.parse(local).atZone(Offices.HOURS.zone()).toInstant();
  }
}
