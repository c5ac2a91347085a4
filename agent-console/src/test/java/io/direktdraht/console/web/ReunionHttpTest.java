package io.direktdraht.console.web;

import static io.direktdraht.console.web.Doorways.code;
import static io.direktdraht.console.web.Doorways.json;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import java.util.List;
import java.util.stream.StreamSupport;
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
  void findsTheOtherConversationByWhatIsKnownOfTheCustomer() throws Exception {
    doors.office.append(
        other,
        new ConversationEvent.DetailGiven(Contact.Detail.NAME, "Mia Groß", doors.office.now),
        new ConversationEvent.DetailGiven(
            Contact.Detail.EMAIL, "mia@example.org", doors.office.now),
        new ConversationEvent.DetailGiven(
            Contact.Detail.PHONE, "+4915112345678", doors.office.now));
    for (var wanted : List.of("groß", "MIA", " Mia@Example.org ", "0049 151 12345678"))
      assertThat(found(wanted)).as(wanted).containsExactly(other.id().toString());
    for (var wanted : List.of("mi", "roß", "mia@example.com", "4915", "%%%"))
      assertThat(found(wanted)).as(wanted).isEmpty();
    doors.post(path(), with(other.id()));
    assertThat(found("mia@example.org")).isEmpty(); // it is this customer
    assertThat(doors.post(search(), "{}").getStatus()).isEqualTo(400);
  }

  private List<String> found(String text) throws Exception {
    var rows = json(doors.post(search(), "{\"text\":\"" + text + "\"}"));
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.get("id").stringValue())
        .toList();
  }

  private String search() {
    return "/api/conversations/" + waiting.id() + "/search";
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
