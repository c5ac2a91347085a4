package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.desk.DeskSteps;
import io.direktdraht.conversation.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Consoles whose network lets no socket through.
class BoardHttpTest {
  private final Doorways doors = new Doorways();

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void whoAsksForTheBoardIsThereForHalfAMinute() throws Exception {
    doors.get("/api/board");
    assertThat(doors.office.presence.available(ANNA.id())).isTrue();
    doors.office.now = doors.office.now.plusSeconds(30);
    assertThat(doors.office.presence.available(ANNA.id())).isFalse();
  }

  @Test
  void whoIsAwayStaysAway() throws Exception {
    doors.office.presence.say(ANNA.id(), false);
    doors.get("/api/board");
    assertThat(doors.office.presence.available(ANNA.id())).isFalse();
  }

  @Test
  void whoOnlyAsksForTheBoardKeepsTheirContacts() throws Exception {
    var seen = doors.office.waiting();
    doors.office.workplace.claim(seen.id(), ANNA);
    doors.office.says(seen, "Und die Rechnung?");
    for (int i = 0; i < 12; i++) {
      doors.get("/api/board");
      doors.office.now = doors.office.now.plusSeconds(5);
      DeskSteps.sweep(doors.office.desk, doors.office.ports.owed());
    }
    assertThat(doors.office.now(seen).stage()).isInstanceOf(Stage.WithAgent.class);
  }
}
