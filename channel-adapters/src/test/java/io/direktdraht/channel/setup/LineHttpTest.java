package io.direktdraht.channel.setup;

import static io.direktdraht.channel.setup.SetUp.LINE;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Patience;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineHttpTest {
  private static final String PATH = "/api/lines/" + LINE;
  private final JsonMapper json = new JsonMapper();
  private final SetUp setUp = new SetUp();

  @AfterEach
  void close() {
    setUp.close();
  }

  @Test
  void aLineIsSetUpAndShownWithoutItsSecrets() {
    var kept = put(setUp.told());
    assertThat(kept.get("line").get("channel").asString()).isEqualTo("whatsapp");
    assertThat(kept.get("line").get("webhook").asString())
        .isEqualTo("https://chat.example/webhooks/whatsapp/whatsapp-de");
    assertThat(kept.get("line").get("troubles").get(0).get("code").asString()).isEqualTo("unheard");
    assertThat(kept.toString())
        .contains(WhatsAppDialect.VERIFY_TOKEN)
        .doesNotContain(WhatsAppDialect.APP_SECRET, WhatsAppDialect.ACCESS_TOKEN);
    var overview = read(setUp.get("/api/lines"));
    assertThat(overview.get("kinds").get(0).get("fields").get(2).get("secret").asBoolean())
        .isTrue();
    assertThat(overview.get("lines")).hasSize(2);
    assertThat(overview.get("lines").get(0).get("line").asString()).isEqualTo("web");
    assertThat(overview.get("lines").get(0).get("editable").asBoolean()).isFalse();
    assertThat(overview.get("lines").get(0).get("reach").asString()).isEqualTo("visited");
    assertThat(overview.get("lines").get(1).get("reach").asString()).isEqualTo("called");
  }

  @Test
  void nonsenseIsToldAndKeepsNothing() {
    var answer = setUp.perform(putting(Map.of("phone-number-id", "abc")));
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(text(answer)).contains("bad_request", "app-secret must not be empty");
    assertThat(setUp.kept.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,,404",
    "POST,/check,404",
    "POST,/handshake,404",
    "POST,/resume,404",
    "DELETE,,404",
    "GET,/quarantine?key=x,404"
  })
  void whatIsNotThereIsNotFound(String method, String path, int status) {
    var at = PATH + (path == null ? "" : path);
    var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(at));
    assertThat(setUp.perform(request).getStatus()).isEqualTo(status);
  }

  /// Nobody stands at the other end who could be asked or written to.
  @ParameterizedTest
  @CsvSource({"/check,''", "/handshake,''", "/message,'{\"to\":\"x\",\"text\":\"x\"}'"})
  void nothingIsTriedOnALineThatClientsVisit(String what, String body) {
    assertThat(setUp.post("/api/lines/web" + what, body).getStatus()).isEqualTo(404);
  }

  @Test
  void credentialsAreChecked() {
    put(setUp.told());
    setUp.platform.next(
        setUp.dialect.known().orElseThrow().says(), setUp.dialect.deadCredentials());
    assertThat(tried("/check", "")).isEqualTo("ok: Lindenhof · +49 30 5550199");
    assertThat(tried("/check", "")).startsWith("unauthorized: ");
  }

  @Test
  void aTestMessageGoesOutAndItsRefusalIsTold() {
    put(setUp.told());
    var letter = "{\"to\":\"49170\",\"text\":\"Probe\"}";
    assertThat(tried("/message", letter)).startsWith("ok: ");
    assertThat(setUp.dialect.text(setUp.platform.accepted().getFirst())).isEqualTo("Probe");
    setUp.platform.next(setUp.dialect.blocked());
    assertThat(tried("/message", letter)).startsWith("unreachable: ");
    assertThat(setUp.post(PATH + "/message", "{\"to\":\" \",\"text\":\"x\"}").getStatus())
        .isEqualTo(400);
  }

  @Test
  void whoWantsNothingMoreGetsNoTestMessageEither() {
    put(setUp.told());
    var point = new Contact.Point(LINE, "49170");
    setUp.optOuts.change(point, true, NINE);
    assertThat(tried("/message", "{\"to\":\"49170\",\"text\":\"Probe\"}"))
        .isEqualTo("unreachable: the contact wants no messages from whatsapp-de");
    assertThat(setUp.platform.called()).isEmpty();
  }

  @Test
  void anAddressThatLeadsElsewhereIsTold() {
    put(setUp.told());
    assertThat(tried("/handshake", "")).startsWith("elsewhere: ");
  }

  @Test
  void whatCouldNotBeReadIsShownReadAgainOrThrownAway() {
    put(setUp.told());
    setUp.hears("<html>");
    setUp.hears(setUp.dialect.poisoned(1));
    Patience.until("both are in quarantine", () -> setUp.raw.quarantined(LINE) == 2);
    var details = read(setUp.get(PATH));
    var oldest = details.get("quarantine").get(1).get("key").asString();
    assertThat(text(setUp.get(PATH + "/quarantine?key=" + oldest))).contains("<html>");
    assertThat(details.get("line").get("troubles").get(0).get("code").asString())
        .isEqualTo("quarantined");
    setUp.post(PATH + "/quarantine/replay", "{}");
    Patience.until("both are back", () -> setUp.raw.quarantined(LINE) == 2);
    setUp.post(PATH + "/quarantine/discard", "{\"key\":\"" + oldest + "\"}");
    assertThat(setUp.raw.quarantined(LINE)).isEqualTo(1);
    var after = read(setUp.post(PATH + "/quarantine/discard", "{}"));
    assertThat(after.get("quarantine")).isEmpty();
    assertThat(after.get("events").get(0).get("state").asString()).isEqualTo("done");
  }

  @Test
  void aPausedLineIsTroubleAndGoesOnWhenSomebodySaysSo() {
    put(setUp.told());
    setUp.hears(setUp.dialect.wrote(1, 1, "Hallo"));
    Patience.until(
        "the contact is known", () -> setUp.log.latest(LINE, setUp.dialect.id(1)).isPresent());
    setUp.platform.next(setUp.dialect.deadCredentials(), setUp.dialect.deadCredentials());
    setUp.say(1, "eine Antwort");
    Patience.until(
        "the line pauses", () -> setUp.outboxes.find(LINE).orElseThrow().paused().isPresent());
    var paused = read(setUp.get(PATH));
    assertThat(paused.get("line").get("troubles").toString()).contains("paused");
    assertThat(paused.get("owed").asInt()).isEqualTo(1);
    var resumed = read(setUp.post(PATH + "/resume", ""));
    assertThat(resumed.get("line").get("troubles").toString()).doesNotContain("paused");
  }

  @Test
  void aRefusedCallTellsWhatThePlatformSaid() {
    put(setUp.told());
    setUp.platform.next(new Reaction.Says(500, ""));
    assertThat(tried("/check", "")).isEqualTo("gaveUp: HTTP 500");
  }

  private JsonNode put(Map<String, String> values) {
    return read(setUp.perform(putting(values)));
  }

  private MockHttpServletRequestBuilder putting(Map<String, String> values) {
    var body = Map.of("channel", "whatsapp", "values", values);
    return MockMvcRequestBuilders.put(PATH)
        .contentType("application/json")
        .content(json.writeValueAsString(body));
  }

  private String tried(String what, String body) {
    var answer = read(setUp.post(PATH + what, body));
    var tried = answer.isArray() ? answer.get(0) : answer;
    return tried.get("code").asString() + ": " + tried.get("detail").asString();
  }

  private JsonNode read(MockHttpServletResponse answer) {
    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    return json.readTree(text(answer));
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
