package io.direktdraht.console.desk;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// One conversation that fails is one, and it is tried again.
class TroubleTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private final Offices office = new Offices();
  private final Set<ConversationId> broken = ConcurrentHashMap.newKeySet();
  private final Desk desk = office.anotherDesk(new Stubborn(office.ports.log(), broken));

  @Test
  void stopsNobodyWhoIsToldAfterIt() {
    var first = office.waiting();
    office.now = office.now.plusSeconds(1);
    var second = office.waiting();
    broken.add(first.id());
    try (var _ = new DeskPump(desk, office.ports.owed(), new LocalSignals(), SOON)) {
      until("the other one is told", () -> !office.told(second).isEmpty());
      assertThat(office.ports.owed().places(Owed.Kind.DESK, first.id())).isNotEmpty();
      broken.clear();
      until("and this one once it can be", () -> !office.told(first).isEmpty());
    }
  }

  @Test
  void doesNotKeepTheDeskFromLookingAfterOthers() {
    var left = helped();
    office.says(left, "Und die Rechnung?");
    var idle = helped();
    broken.add(left.id());
    office.presence.disconnected(ANNA.id());
    office.presence.connected(BERND.id());
    office.now = office.now.plus(Duration.ofHours(1)).plusSeconds(1);
    desk.watch();
    assertThat(office.told(idle).getLast()).isEqualTo("Ist alles geklärt?");
    broken.clear();
    desk.watch();
    assertThat(office.now(left).stage()).isInstanceOf(Stage.Waiting.class);
  }

  @Test
  void isAskedWhetherToWaitOnAsSoonAsItCanBe() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    broken.add(seen.id());
    office.now = office.now.plus(Duration.ofMinutes(20));
    desk.watch();
    broken.clear();
    desk.watch();
    assertThat(office.told(seen).getLast()).startsWith("Sie warten seit 20 Minuten.");
  }

  private Conversation helped() {
    office.presence.connected(ANNA.id());
    var seen = office.waiting();
    office.workplace.claim(seen.id(), ANNA);
    office.workplace.answer(seen.id(), ANNA, "Ihr Paket ist unterwegs.", seen.id().toString());
    return seen;
  }
}
