package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.console.web.Doorways.code;
import static io.direktdraht.console.web.Doorways.json;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.attachment.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class WorkHttpTest {
  private final Doorways doors = new Doorways();
  private final Conversation seen = doors.office.waiting();

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void claimsAnswersAndRepeatsTheSameAnswer() throws Exception {
    assertThat(json(doors.post(path("claim"), "{}")).get("epoch").longValue()).isEqualTo(2);
    var body = "{\"id\":\"" + fresh() + "\",\"text\":\"Guten Tag\"}";
    var first = json(doors.post(path("messages"), body));
    assertThat(json(doors.post(path("messages"), body))).isEqualTo(first);
    assertThat(doors.get(path("events")).getContentAsString()).containsOnlyOnce("Guten Tag");
  }

  @Test
  void saysWhoHasItAndThatItIsNotYours() throws Exception {
    doors.office.workplace.claim(seen.id(), BERND);
    var taken = doors.post(path("claim"), "{}");
    assertThat(code(taken, 409)).isEqualTo("already_with");
    assertThat(json(taken).get("agent").stringValue()).isEqualTo("Ben Kurz");
    assertThat(code(doors.post(path("messages"), text("x")), 409)).isEqualTo("not_yours");
    assertThat(code(doors.post(path("resolve"), "{}"), 409)).isEqualTo("not_yours");
    assertThat(code(doors.post(path("transfer"), "{\"to\":\"ana\"}"), 409)).isEqualTo("not_yours");
  }

  @Test
  void namesTheColleagueWhoIsNotHere() throws Exception {
    doors.post(path("claim"), "{}");
    var refused = doors.post(path("transfer"), "{\"to\":\"ben\"}");
    assertThat(code(refused, 409)).isEqualTo("agent_absent");
    assertThat(json(refused).get("agent").stringValue()).isEqualTo("ben");
  }

  @Test
  void anAnswerByAWayThatIsNoneIsRefusedByName() throws Exception {
    doors.post(path("claim"), "{}");
    var body = "{\"id\":\"%s\",\"text\":\"x\",\"line\":\"%s\"}";
    var refused = doors.post(path("messages"), body.formatted(fresh(), "callback"));
    assertThat(code(refused, 409)).isEqualTo("no_way");
    assertThat(json(refused).get("state").stringValue()).isEqualTo("unknown");
    assertThat(json(refused).get("line").stringValue()).isEqualTo("callback");
    assertThat(doors.post(path("messages"), body.formatted(fresh(), "No Line")).getStatus())
        .isEqualTo(400);
    assertThat(doors.post(path("messages"), body.formatted(fresh(), "web")).getStatus())
        .isEqualTo(200);
    assertThat(code(doors.post(path("messages/1/repeat"), "{\"line\":\"web\"}"), 409))
        .isEqualTo("nothing_lost");
    assertThat(doors.post(path("messages/1/repeat"), "{}").getStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim", "messages", "notes", "transfer", "return", "resolve", "keep"})
  void knowsNoConversationThatNeverWas(String command) throws Exception {
    var body = "{\"id\":\"" + fresh() + "\",\"text\":\"x\",\"to\":\"ben\"}";
    var path = "/api/conversations/" + fresh() + "/" + command;
    assertThat(code(doors.post(path, body), 404)).isEqualTo("unknown_conversation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "' OR 1=1", "..", "%00"})
  void anIdThatIsNoneIsRefused(String id) throws Exception {
    assertThat(doors.get("/api/conversations/" + id + "/events").getStatus()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=-1", "after=x", "after=1e9", "after=99999999999999999999"})
  void aPlaceThatIsNoneIsRefused(String query) throws Exception {
    assertThat(doors.get(path("events") + "?" + query).getStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "messages|{\"id\":{},\"text\":\"x\"}",
        "messages|{\"id\":\"ID\",\"text\":[\"x\"]}",
        "messages|{\"id\":\"ID\",\"text\":{\"a\":1}}",
        "messages|{\"id\":\"5\",\"text\":\"x\"}",
        "messages|{\"text\":\"x\"}",
        "messages|{\"id\":\"ID\"}",
        "messages|{\"id\":\"ID\",\"text\":\"   \"}",
        "messages|[]",
        "messages|no json",
        "notes|{\"id\":\"ID\",\"text\":\"\"}",
        "transfer|{\"to\":\"\"}",
        "transfer|{}",
        "resolve|{\"outcome\":\"SolvedByBot\"}",
        "resolve|{\"outcome\":\"nonsense\"}",
      })
  void whatIsNoCommandIsRefusedAndChangesNothing(String command, String body) throws Exception {
    doors.office.workplace.claim(seen.id(), doors.anna.account());
    long before = doors.office.now(seen).lastSeq();
    assertThat(doors.post(path(command), body.replace("ID", fresh())).getStatus()).isEqualTo(400);
    assertThat(doors.office.now(seen).lastSeq()).isEqualTo(before);
  }

  @Test
  void anAgentSendsAFileWithOrWithoutWords() throws Exception {
    doors.office.workplace.claim(seen.id(), doors.anna.account());
    var file = json(bring(Files.PNG, "Anleitung.png"));
    var body =
        "{\"id\":\"%s\",\"text\":\"\",\"attachments\":[\"%s\"]}"
            .formatted(fresh(), file.get("id").stringValue());
    assertThat(doors.post(path("messages"), body).getStatus()).isEqualTo(200);
    var shown = doors.get(path("events"));
    assertThat(shown.getContentAsString()).contains(file.toString());
    var fetched = doors.get("/api/files/" + file.get("id").stringValue());
    assertThat(fetched.getContentAsByteArray()).isEqualTo(Files.PNG);
    assertThat(fetched.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void anAgentSendsOnlyWhatTheyBroughtAndWhatIsTaken() throws Exception {
    doors.office.workplace.claim(seen.id(), doors.anna.account());
    var foreign = Files.picture("a.png");
    doors.office.attachments.store(foreign, "agent:ben", Files.PNG, doors.office.now);
    var body =
        "{\"id\":\"%s\",\"text\":\"x\",\"attachments\":[\"%s\"]}".formatted(fresh(), foreign.id());
    assertThat(code(doors.post(path("messages"), body), 400)).isEqualTo("file_unknown");
    assertThat(doors.get("/api/files/" + foreign.id()).getStatus()).isEqualTo(404);
    assertThat(code(bring(Files.text("<html>"), "a.png"), 415)).isEqualTo("file_kind");
  }

  private MockHttpServletResponse bring(byte[] bytes, String name) throws Exception {
    return doors.perform(
        MockMvcRequestBuilders.post("/api/files")
            .param("name", name)
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .content(bytes));
  }

  @Test
  void aTextHasAtMostFourThousandCharacters() throws Exception {
    doors.office.workplace.claim(seen.id(), doors.anna.account());
    assertThat(doors.post(path("messages"), text("🌳".repeat(4000))).getStatus()).isEqualTo(200);
    assertThat(code(doors.post(path("messages"), text("x".repeat(4001))), 400))
        .isEqualTo("bad_request");
  }

  /// Who posts a role or an owner by hand gets neither.
  @Test
  void whatACommandDoesNotKnowIsNotAssigned() throws Exception {
    var body = "{\"agent\":\"ben\",\"role\":\"ADMINISTRATOR\",\"epoch\":99}";
    assertThat(doors.post(path("claim"), body).getStatus()).isEqualTo(200);
    assertThat(doors.office.now(seen).stage().owner()).contains(doors.anna.account().id());
    assertThat(doors.anna.account().role().name()).isEqualTo("AGENT");
  }

  private String path(String command) {
    return "/api/conversations/" + seen.id() + "/" + command;
  }

  private static String text(String text) {
    return "{\"id\":\"" + fresh() + "\",\"text\":\"" + text + "\"}";
  }
}
