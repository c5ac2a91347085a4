package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.console.web.Doorways.code;
import static io.direktdraht.console.web.Doorways.json;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent.HandledElsewhere;
import io.direktdraht.conversation.way.Takeover;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// A customer whom somebody answers in the inbox of the platform on which they wrote.
class WayHttpTest {
  private final Doorways doors = new Doorways();
  private final Conversation seen =
      doors.office.ports.intake().receive(hello(PUSHED, "psid-1", fresh(), NINE)).conversation();

  @BeforeEach
  void goElsewhere() {
    doors.office.workplace.claim(seen.id(), ANNA);
    doors.office.append(seen, new HandledElsewhere(PUSHED, true, null, NINE));
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void theWaySaysSoAndTakesNoAnswers() throws Exception {
    assertThat(state()).isEqualTo("elsewhere");
    var body = "{\"id\":\"%s\",\"text\":\"Guten Tag\"}".formatted(fresh());
    var refused = doors.post("/api/conversations/" + seen.id() + "/messages", body);
    assertThat(code(refused, 409)).isEqualTo("no_way");
    assertThat(json(refused).get("state").stringValue()).isEqualTo("elsewhere");
  }

  @Test
  void afterwardsTheWayIsOpenAndTheLogSaysWhoTookThemBack() throws Exception {
    assertThat(take().getStatus()).isEqualTo(200);
    assertThat(state()).isEqualTo("open");
    assertThat(doors.office.taken).containsExactly(new Contact.Point(PUSHED, "psid-1"));
    assertThat(turns())
        .containsExactly(
            new HandledElsewhere(PUSHED, true, null, NINE),
            new HandledElsewhere(PUSHED, false, ANNA.id(), NINE));
    var told = json(doors.get("/api/conversations/" + seen.id() + "/events"));
    assertThat(told.get(told.size() - 1).toString())
        .contains("\"kind\":\"elsewhere\"", "\"elsewhere\":false", "\"agent\":\"ana\"");
  }

  @Test
  void whoeverIsBackIsNotAskedForAgain() throws Exception {
    take();
    assertThat(take().getStatus()).isEqualTo(200);
    assertThat(doors.office.taken).hasSize(1);
    assertThat(turns()).hasSize(2);
  }

  @Test
  void aRefusalAndAnOutageLeaveEverythingAsItIs() throws Exception {
    doors.office.inbox = new Takeover.Result.Refused("(#10) not the default app");
    var refused = take();
    assertThat(code(refused, 409)).isEqualTo("platform_refuses");
    assertThat(json(refused).get("detail").stringValue()).isEqualTo("(#10) not the default app");
    doors.office.inbox = new Takeover.Result.Unknown("HTTP 503");
    assertThat(code(take(), 503)).isEqualTo("platform_silent");
    assertThat(state()).isEqualTo("elsewhere");
    assertThat(turns()).hasSize(1);
  }

  @Test
  void onlyWhoeverHasTheConversationTakesItBack() throws Exception {
    doors.office.presence.connected(BERND.id());
    doors.office.workplace.transfer(seen.id(), ANNA, BERND.id(), null);
    assertThat(code(take(), 409)).isEqualTo("not_yours");
    assertThat(doors.office.taken).isEmpty();
  }

  @Test
  void aLineWithoutAnAddressOfTheirsIsNoWay() throws Exception {
    var path = "/api/conversations/" + seen.id() + "/ways/post/take";
    assertThat(code(doors.post(path, ""), 409)).isEqualTo("no_way");
  }

  private MockHttpServletResponse take() throws Exception {
    return doors.post("/api/conversations/" + seen.id() + "/ways/" + PUSHED + "/take", "");
  }

  private String state() throws Exception {
    var context = json(doors.get("/api/conversations/" + seen.id()));
    return context.get("ways").get(0).get("state").stringValue();
  }

  private List<HandledElsewhere> turns() {
    return doors.office.events(seen).stream()
        .filter(HandledElsewhere.class::isInstance)
        .map(HandledElsewhere.class::cast)
        .toList();
  }
}
