package io.direktdraht.console.web;

import static io.direktdraht.console.web.Doorways.code;
import static io.direktdraht.console.web.Doorways.json;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReunionHttpTest {
  private final Doorways doors = new Doorways();
  private final Conversation waiting = doors.office.waiting();
  private final Conversation other = doors.office.received();

  @AfterEach
  void close() {
    doors.close();
  }

  private String with(Object conversation) {
    return "{\"with\":\"" + conversation + "\"}";
  }

  private String path() {
    return "/api/conversations/" + waiting.id() + "/join";
  }

  @Test
  void makesOneCustomerOfTwoAndTakesItBack() throws Exception {
    var join = json(doors.post(path(), with(other.id()))).get("join").stringValue();
    assertThat(doors.office.now(other).stage()).isEqualTo(new Stage.Resolved(Outcome.MERGED_INTO));
    var event = doors.get("/api/conversations/" + waiting.id() + "/events").getContentAsString();
    assertThat(event).contains("contactJoined", "\"proof\":\"agent\"", "\"agent\":\"ana\"", join);
    assertThat(code(doors.post(path(), with(other.id())), 409)).isEqualTo("already_joined");
    assertThat(doors.post("/api/joins/" + join + "/part", "").getStatus()).isEqualTo(204);
    assertThat(doors.office.now(other).contact()).isEqualTo(other.contact());
    assertThat(doors.office.events(waiting).getLast())
        .isInstanceOf(ConversationEvent.ContactParted.class);
    assertThat(code(doors.post("/api/joins/" + join + "/part", ""), 409)).isEqualTo("not_joined");
  }

  @Test
  void refusesWhatMakesNoSense() throws Exception {
    assertThat(code(doors.post(path(), "{}"), 400)).isEqualTo("bad_request");
    assertThat(code(doors.post(path(), with(fresh())), 404)).isEqualTo("unknown_conversation");
    assertThat(code(doors.post(path(), with(waiting.id())), 409)).isEqualTo("already_joined");
    assertThat(doors.post(path(), with("x")).getStatus()).isEqualTo(400);
    assertThat(doors.post("/api/joins/x/part", "").getStatus()).isEqualTo(400);
  }
}
