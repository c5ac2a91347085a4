package io.direktdraht.console.desk;

import static io.direktdraht.console.Offices.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.PromiseKind;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {
  private final Offices office = new Offices();
  private final Desk desk = office.desk;

  @Test
  void whoFindsNobodyChoosesACallBackFromFreeSlots() {
    var seen = promised();
    assertThat(office.choices(seen)).containsExactly("/desk/callback", "/desk/email", "/bot");
    presses(seen, "/desk/callback");
    var slots = office.choices(seen);
    assertThat(slots).hasSize(4).allMatch(slot -> slot.startsWith("/desk/call 2026-11-23T"));
    presses(seen, slots.getFirst());
    var stage = (Stage.Promised) office.now(seen).stage();
    assertThat(stage.what()).isEqualTo(PromiseKind.CALLBACK);
    assertThat(stage.due()).isEqualTo(Instant.parse(slots.getFirst().substring(11)));
    assertThat(office.told(seen).getLast()).contains("Unter welcher Nummer");
  }

  @Test
  void aSlotHoldsAsManyAsTheDeskCanCall() {
    var slot = "";
    for (int i = 0; i < 3; i++) {
      var seen = promised();
      presses(seen, "/desk/callback");
      var first = office.choices(seen).getFirst();
      if (i < 2) slot = first;
      else assertThat(first).isNotEqualTo(slot);
      presses(seen, slot);
      assertThat(callback(seen)).isEqualTo(i < 2); // who comes too late is asked again
    }
  }

  @Test
  void rubbishIsAskedAgainAndChangesNothing() {
    var seen = promised();
    var before = office.now(seen).stage();
    for (var time :
        List.of("x", "", "2026-11-22T10:00:00Z", Instant.MIN.toString(), Instant.MAX.toString())) {
      presses(seen, "/desk/call " + time);
      assertThat(office.now(seen).stage()).isEqualTo(before);
      assertThat(office.choices(seen)).hasSize(4);
    }
    presses(seen, "/desk/unknown");
    assertThat(office.now(seen).stage()).isEqualTo(before);
  }

  @Test
  void anAnswerByMailIsPromisedToo() {
    var seen = promised();
    presses(seen, "/desk/email");
    assertThat(((Stage.Promised) office.now(seen).stage()).what()).isEqualTo(PromiseKind.EMAIL);
    assertThat(office.told(seen).getLast()).contains("An welche Adresse");
  }

  @Test
  void aBrokenPromiseIsAdmittedOnceAndMadeAnew() {
    var seen = promised();
    var first = (Stage.Promised) office.now(seen).stage();
    office.now = first.due().minusSeconds(1);
    desk.watch();
    assertThat(office.now(seen).stage()).isEqualTo(first);
    office.now = first.due();
    desk.watch();
    desk.watch();
    var next = (Stage.Promised) office.now(seen).stage();
    assertThat(next.due()).isAfter(first.due());
    assertThat(next.since()).isEqualTo(first.since());
    assertThat(office.events(seen))
        .filteredOn(ConversationEvent.PromiseBroken.class::isInstance)
        .hasSize(1);
    assertThat(office.told(seen).getLast()).contains("nicht gehalten");
  }

  @Test
  void anAgentWhoForgetsAPromiseBreaksItAndAPromiseOutlivesAnAgentWhoVanishes() {
    var seen = promised();
    var first = (Stage.Promised) office.now(seen).stage();
    office.presence.connected(ANNA.id());
    office.workplace.claim(seen.id(), ANNA);
    office.presence.disconnected(ANNA.id());
    office.now = office.now.plusSeconds(31);
    desk.watch();
    assertThat(office.now(seen).stage()).isEqualTo(first);
    office.presence.connected(ANNA.id());
    office.now = first.due().minusSeconds(60);
    office.workplace.claim(seen.id(), ANNA);
    office.now = first.due();
    desk.watch();
    desk.watch();
    assertThat(office.now(seen).stage().openPromise()).isEmpty();
    assertThat(office.told(seen).getLast()).contains("Ihre Ansprechperson ist dran");
    assertThat(office.events(seen))
        .filteredOn(ConversationEvent.PromiseBroken.class::isInstance)
        .hasSize(1);
  }

  @Test
  void whoIsPromisedAnAnswerIsOfferedWhenSomebodyComesAndACallBackWhenItIsTime() {
    var answer = promised();
    office.presence.connected(ANNA.id());
    desk.dispatch();
    assertThat(desk.offerTo(ANNA.id()).orElseThrow().conversation()).isEqualTo(answer.id());
    office.workplace.claim(answer.id(), ANNA);
    office.presence.left(ANNA.id());

    var call = promised();
    presses(call, "/desk/callback");
    presses(call, office.choices(call).getFirst());
    office.presence.connected(ANNA.id());
    desk.dispatch();
    assertThat(desk.offerTo(ANNA.id())).isEmpty();
    office.now = ((Stage.Promised) office.now(call).stage()).due().minusSeconds(299);
    desk.reload();
    desk.dispatch();
    assertThat(desk.offerTo(ANNA.id()).orElseThrow().conversation()).isEqualTo(call.id());
  }

  private void presses(Conversation seen, String payload) {
    office.presses(seen, payload);
    desk.tell(seen.id());
  }

  private Conversation promised() {
    var seen = office.waiting();
    desk.tell(seen.id());
    assertThat(office.now(seen).stage()).isInstanceOf(Stage.Promised.class);
    return seen;
  }

  private boolean callback(Conversation seen) {
    return office.now(seen).stage() instanceof Stage.Promised promised
        && promised.what() == PromiseKind.CALLBACK;
  }
}
