package io.direktdraht.channel.rasa;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.live.Doorbell;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.signal.Signal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RasaRestTest {
  private static final String TOKEN = "a token of 16 characters";
  private static final String SENDER = "user-1234567890ab";
  private final LocalSignals signals = new LocalSignals();
  private final MemoryLog log =
      new MemoryLog(
          Lines.of(
              new Line(RasaSettings.REST, "rasa", false),
              new Line(RasaSettings.CALLBACK, "rasa", true)),
          IntakeRules.DEFAULT,
          signals);
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(
              new RasaHttp(
                  new RasaPorts(log, log, log, log, new Doorbell(signals), Callbacks.LINKS),
                  Callbacks.settings(URI.create("http://localhost/in"), Duration.ofSeconds(1)),
                  () -> NINE))
          .build();

  /// Answers each owed turn in another thread, as a bot would.
  @BeforeEach
  void answerEverything() {
    signals.subscribe(signal -> {
      if (signal instanceof Signal.Committed(var seen, _, var owes)
          && owes.contains(Owed.Kind.TURN))
        Thread.ofVirtual().start(() -> log.append(botAnswer(seen, "Guten Tag " + seen.lastSeq())));
    });
  }

  @Test
  void answersWithWhatTheBotSaidInThisTurn() throws Exception {
    var first = json(post(body(SENDER, "Hi")));
    assertThat(first.get(0).get("recipient_id").stringValue()).isEqualTo(SENDER);
    assertThat(first.get(0).get("text").stringValue()).isEqualTo("Guten Tag 1");
    assertThat(first.get(1).get("custom").get("stage").stringValue()).isEqualTo("withBot");
    assertThat(first.get(1).get("custom").get("decision").stringValue()).isEqualTo("answer");
    var second = json(post(body(SENDER, "Hi again")));
    assertThat(second).hasSize(2);
    assertThat(second.get(0).get("text").stringValue()).isEqualTo("Guten Tag 4");
  }

  @Test
  void streamsOneObjectALine() throws Exception {
    var response = perform(call("/webhooks/rest/webhook?stream=true", body(SENDER, "Hi"), TOKEN));
    assertThat(response.getContentType()).startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    var lines = response.getContentAsString().split("\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(new JsonMapper().readTree(lines[0]).get("text").stringValue())
        .isEqualTo("Guten Tag 1");
  }

  @Test
  void aRepeatedKeyIsOneMessage() throws Exception {
    for (int i = 0; i < 2; i++)
      perform(
          call("/webhooks/rest/webhook", body(SENDER, "Hi"), TOKEN).header("Idempotency-Key", "k"));
    assertThat(received()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyKeyIsNone(String key) throws Exception {
    for (int i = 0; i < 2; i++)
      perform(
          call("/webhooks/rest/webhook", body(SENDER, "Hi"), TOKEN).header("Idempotency-Key", key));
    assertThat(received()).isEqualTo(2);
  }

  @Test
  void aButtonsPayloadIsReadAsOne() throws Exception {
    post(body(SENDER, "/human"));
    var message = (ConversationEvent.MessageReceived) events().getFirst();
    assertThat(message.message().content().payload()).isEqualTo("/human");
  }

  @Test
  void whatIsSaidLaterCanBeAskedFor() throws Exception {
    post(body(SENDER, "Hi"));
    var path = "/webhooks/rest/conversations/" + SENDER + "/messages";
    var get = MockMvcRequestBuilders.get(path + "?after=0&token=" + TOKEN);
    assertThat(json(perform(get)).get(0).get("text").stringValue()).isEqualTo("Guten Tag 1");
    var unknown =
        MockMvcRequestBuilders.get("/webhooks/rest/conversations/x/messages?token=" + TOKEN);
    assertThat(perform(unknown).getStatus()).isEqualTo(404);
    var negative = MockMvcRequestBuilders.get(path + "?after=-1&token=" + TOKEN);
    assertThat(perform(negative).getStatus()).isEqualTo(400);
  }

  @Test
  void theCallbackLineOnlyConfirms() throws Exception {
    var response = perform(call("/webhooks/callback/webhook", body(SENDER, "Hi"), TOKEN));
    assertThat(response.getContentAsString()).isEqualTo("success");
    assertThat(log.latest(RasaSettings.CALLBACK, SENDER)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhooks/rest/", "/webhooks/callback/"})
  void saysThatItIsThere(String path) throws Exception {
    assertThat(perform(MockMvcRequestBuilders.get(path)).getContentAsString())
        .isEqualTo("{\"status\":\"ok\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "a token of 16 character", "a token of 16 charactersX"})
  void aWrongTokenOpensNothing(String token) throws Exception {
    var refused = perform(call("/webhooks/rest/webhook", body(SENDER, "Hi"), token));
    assertThat(refused.getStatus()).isEqualTo(401);
    assertThat(log.latest(RasaSettings.REST, SENDER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|400",
        "null|400",
        "7|400",
        "{|400",
        "{}|400",
        "{\"sender\":7,\"message\":\"x\"}|400",
        "{\"sender\":\"a\",\"message\":[]}|400",
        "{\"sender\":\"a\",\"message\":\"  \"}|400",
        "{\"sender\":\"\",\"message\":\"x\"}|400",
        "{\"sender\":\"a\",\"message\":\"x\"} garbage|400"
      })
  void aMessageThatIsNoneIsRefused(String body, int status) throws Exception {
    assertThat(perform(call("/webhooks/rest/webhook", body, TOKEN)).getStatus()).isEqualTo(status);
  }

  @Test
  void aMessageThatIsTooLargeIsRefused() throws Exception {
    var text = body(SENDER, "x".repeat(20_001));
    assertThat(perform(call("/webhooks/rest/webhook", text, TOKEN)).getStatus()).isEqualTo(413);
    var deep = "{\"sender\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertThat(perform(call("/webhooks/rest/webhook", deep, TOKEN)).getStatus()).isEqualTo(400);
    var sender = body("x".repeat(256), "Hi");
    assertThat(perform(call("/webhooks/rest/webhook", sender, TOKEN)).getStatus()).isEqualTo(400);
  }

  private MockHttpServletResponse post(String body) throws Exception {
    var response = perform(call("/webhooks/rest/webhook", body, TOKEN));
    assertThat(response.getStatus()).isEqualTo(200);
    return response;
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return http.perform(request).andReturn().getResponse();
  }

  private static MockHttpServletRequestBuilder call(String path, String body, String token) {
    return MockMvcRequestBuilders.post(path)
        .header("Authorization", "Bearer " + token)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private static JsonNode json(MockHttpServletResponse response) throws Exception {
    return new JsonMapper().readTree(response.getContentAsString());
  }

  private static String body(String sender, String message) {
    return "{\"sender\":\"" + sender + "\",\"message\":\"" + message + "\"}";
  }

  private List<ConversationEvent> events() {
    var seen = log.latest(RasaSettings.REST, SENDER).orElseThrow();
    return log.read(seen.id(), 0, 100).stream().map(recorded -> recorded.event()).toList();
  }

  private long received() {
    return events().stream().filter(ConversationEvent.MessageReceived.class::isInstance).count();
  }
}
