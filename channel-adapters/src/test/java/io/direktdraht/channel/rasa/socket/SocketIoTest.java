package io.direktdraht.channel.rasa.socket;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SocketIoTest {
  private static final String SHOP = "https://shop.example";
  private final LocalSignals signals = new LocalSignals();
  private final MemoryLog log =
      new MemoryLog(
          Lines.of(new Line(SocketSettings.LINE, "rasa", false)), IntakeRules.DEFAULT, signals);
  private final SocketChannel channel =
      new SocketChannel(
          new SocketPorts(log, log, log, file -> "https://chat.example/" + file.name(), signals),
          new SocketSettings(true, List.of(SHOP), "user_uttered", "bot_uttered", 100, 100, 30),
          new Seal(new byte[32]),
          () -> NINE,
          new SimpleMeterRegistry());
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(
              channel.controllers((request, response, handler, attributes) -> false).toArray())
          .build();

  @AfterEach
  void close() {
    channel.close();
  }

  @Test
  void aConnectionSaysHowItIsToBeKept() throws Exception {
    var said = get("EIO=4&transport=polling").getContentAsString();
    assertThat(said).startsWith("0{");
    var told = new JsonMapper().readTree(said.substring(1));
    assertThat(told.get("upgrades").get(0).stringValue()).isEqualTo("websocket");
    assertThat(told.get("pingInterval").intValue()).isEqualTo(25_000);
  }

  @ParameterizedTest
  @CsvSource({
    "EIO=3&transport=polling,5",
    "transport=polling,5",
    "EIO=4,0",
    "EIO=4&transport=flash,0",
    "EIO=4&transport=polling&sid=none,1"
  })
  void whatWeDoNotSpeakIsRefusedClearly(String query, int code) throws Exception {
    var refused = get(query);
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(new JsonMapper().readTree(refused.getContentAsString()).get("code").intValue())
        .isEqualTo(code);
  }

  @Test
  void aPageOfAnotherHostGetsNoConnection() throws Exception {
    var request = MockMvcRequestBuilders.get("/socket.io/?EIO=4&transport=polling");
    assertThat(perform(request.header("Origin", "https://evil.example")).getStatus())
        .isEqualTo(403);
    var own = MockMvcRequestBuilders.get("/socket.io/?EIO=4&transport=polling");
    assertThat(perform(own.header("Origin", SHOP)).getStatus()).isEqualTo(200);
  }

  @Test
  void aVisitorWritesAndHearsTheAnswerWithButtonsAndFiles() throws Exception {
    var eva = new Client();
    var session = eva.session("null");
    eva.emit("user_uttered", "{\"message\":\"Hallo\",\"session_id\":\"" + session + "\"}");
    var choices = List.of(new Content.Choice("Ja", "/ja"));
    var content = new Content("Passt das?", null, choices).with(List.of(Files.picture("Bild.png")));
    append(
        session,
        new ConversationEvent.MessageSent(
            new Message(new Author.Bot(), SocketSettings.LINE, content, null), NINE));
    var question = eva.hears("bot_uttered");
    assertThat(question.get("text").stringValue()).isEqualTo("Passt das?");
    assertThat(question.at("/quick_replies/0").toString())
        .contains("\"content_type\":\"text\"", "\"title\":\"Ja\"", "\"payload\":\"/ja\"");
    var file = eva.hears("bot_uttered");
    assertThat(file.at("/attachment/type").stringValue()).isEqualTo("image");
    assertThat(file.at("/attachment/payload/src").stringValue())
        .isEqualTo("https://chat.example/Bild.png");
    eva.emit("user_uttered", "{\"message\":\"/ja\",\"session_id\":\"" + session + "\"}");
    assertThat(received(session)).extracting(Content::text).containsExactly("Hallo", "/ja");
    assertThat(received(session).getLast().payload()).isEqualTo("/ja");
  }

  @Test
  void aMessageWithItsOwnIdIsStoredOnceAndConfirmed() throws Exception {
    var eva = new Client();
    var session = eva.session("null");
    for (int i = 0; i < 3; i++)
      eva.post(
          "4217[\"user_uttered\",{\"message\":\"Hallo\",\"session_id\":\""
              + session
              + "\",\"metadata\":{\"message_id\":\"m1\"}}]");
    assertThat(eva.next("4317")).isEqualTo("4317[]");
    assertThat(received(session)).hasSize(1);
  }

  @Test
  void whoComesBackHearsWhatTheyHaveNotSeenAndOnlyThat() throws Exception {
    var eva = new Client();
    var session = eva.session("null");
    eva.emit("user_uttered", "{\"message\":\"Hallo\",\"session_id\":\"" + session + "\"}");
    append(session, said(new Author.Bot(), SocketSettings.LINE, "eins"));
    var seen = eva.hears("bot_uttered").at("/metadata/seq").longValue();
    append(session, said(new Author.Bot(), SocketSettings.LINE, "zwei"));
    var again = new Client();
    again.emit(
        "session_request",
        "{\"session_id\":\"" + session + "\",\"customData\":{\"lastSeq\":" + seen + "}}");
    assertThat(again.confirmed()).isEqualTo(session);
    assertThat(again.hears("bot_uttered").get("text").stringValue()).isEqualTo("zwei");
    var old = new Client();
    assertThat(old.session("\"" + session + "\"")).isEqualTo(session);
    append(session, said(new Author.Bot(), SocketSettings.LINE, "drei"));
    assertThat(old.hears("bot_uttered").get("text").stringValue()).isEqualTo("drei");
  }

  @Test
  void whoOnlyGoesOnWritingHearsNothingTwice() throws Exception {
    var eva = new Client();
    var session = eva.session("null");
    eva.emit("user_uttered", "{\"message\":\"Hallo\",\"session_id\":\"" + session + "\"}");
    append(session, said(new Author.Bot(), SocketSettings.LINE, "eins"));
    var tab = new Client();
    tab.emit("user_uttered", "{\"message\":\"weiter\",\"session_id\":\"" + session + "\"}");
    append(session, said(new Author.Bot(), SocketSettings.LINE, "zwei"));
    assertThat(tab.hears("bot_uttered").get("text").stringValue()).isEqualTo("zwei");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"x\"}",
        "{\"message\":\"x\",\"session_id\":null}",
        "{\"message\":\"x\",\"session_id\":\"eva.AAAA\"}",
        "{\"message\":\"x\",\"session_id\":7}",
        "null"
      })
  void aMessageWithoutASessionOfOursIsAnErrorAndStoresNothing(String data) throws Exception {
    var mallory = new Client();
    mallory.emit("user_uttered", data);
    assertThat(mallory.hears("error").get("code").stringValue()).isEqualTo("bad_session");
  }

  @Test
  void aMadeUpSessionIsReplacedByOneOfOurs() throws Exception {
    var eva = new Client().session("\"somebody-elses\"");
    assertThat(eva).isNotEqualTo("somebody-elses").contains(".");
  }

  @ParameterizedTest
  @CsvSource({"'  ',text_empty", "'', text_empty"})
  void anEmptyMessageIsAnError(String text, String code) throws Exception {
    var eva = new Client();
    var session = eva.session("null");
    eva.emit("user_uttered", "{\"message\":\"" + text + "\",\"session_id\":\"" + session + "\"}");
    assertThat(eva.hears("error").get("code").stringValue()).isEqualTo(code);
    var longer = "x".repeat(101);
    eva.emit("user_uttered", "{\"message\":\"" + longer + "\",\"session_id\":\"" + session + "\"}");
    assertThat(eva.hears("error").get("code").stringValue()).isEqualTo("text_too_long");
  }

  @Test
  void whoWritesTooFastIsToldSo() throws Exception {
    var eva = new Client();
    var session = eva.session("null");
    for (int i = 0; i < 31; i++)
      eva.emit("user_uttered", "{\"message\":\"x\",\"session_id\":\"" + session + "\"}");
    assertThat(eva.hears("error").get("code").stringValue()).isEqualTo("too_fast");
    assertThat(received(session)).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "49", "42", "42[]", "42[7]", "42{}", "42[\"x\"", "x", "451-[\"x\"]"})
  void whatIsNoPacketIsAnErrorAndTooManyEndTheConnection(String packet) throws Exception {
    var eva = new Client();
    eva.post(packet);
    assertThat(eva.hears("error").get("code").stringValue()).isEqualTo("bad_frame");
    for (int i = 0; i < 19; i++) eva.post(packet);
    assertThat(eva.next("1")).isEqualTo("1");
  }

  @Test
  void anotherNamespaceAndAnotherEventAreRefused() throws Exception {
    var eva = new Client();
    eva.post("40/admin,");
    assertThat(eva.next("44/admin")).contains("Invalid namespace");
    eva.emit("shutdown", "{}");
    assertThat(eva.hears("error").get("code").stringValue()).isEqualTo("unknown_event");
  }

  private Conversation seen(String session) {
    return log.latest(SocketSettings.LINE, session.substring(0, session.indexOf('.')))
        .orElseThrow();
  }

  private void append(String session, ConversationEvent event) {
    log.append(new Append(seen(session).id(), new Append.Condition.Always(), List.of(event)));
  }

  private List<Content> received(String session) {
    return log.read(seen(session).id(), 0, 100).stream()
        .map(recorded -> recorded.event())
        .filter(ConversationEvent.MessageReceived.class::isInstance)
        .map(event -> ((ConversationEvent.MessageReceived) event).message().content())
        .toList();
  }

  private MockHttpServletResponse get(String query) throws Exception {
    return perform(MockMvcRequestBuilders.get("/socket.io/?" + query));
  }

  private MockHttpServletResponse perform(
      org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
      throws Exception {
    return http.perform(request).andReturn().getResponse();
  }

  private final class Client {
    private final String sid;
    private final Deque<String> heard = new ArrayDeque<>();

    Client() throws Exception {
      var said = get("EIO=4&transport=polling").getContentAsString();
      sid = new JsonMapper().readTree(said.substring(1)).get("sid").stringValue();
      post("40");
      next("40{");
    }

    void post(String packets) throws Exception {
      var request =
          MockMvcRequestBuilders.post("/socket.io/?EIO=4&transport=polling&sid=" + sid)
              .content(packets);
      assertThat(perform(request).getStatus()).isEqualTo(200);
    }

    void emit(String event, String data) throws Exception {
      post("42[\"" + event + "\"," + data + "]");
    }

    String session(String asked) throws Exception {
      emit("session_request", "{\"session_id\":" + asked + "}");
      return confirmed();
    }

    String confirmed() throws Exception {
      return hears("session_confirm").stringValue();
    }

    JsonNode hears(String event) throws Exception {
      return new JsonMapper().readTree(next("42[\"" + event + "\"").substring(2)).get(1);
    }

    /// The next packet that begins so; others are dropped.
    String next(String beginning) throws Exception {
      for (int polls = 0; polls < 50; polls++) {
        while (!heard.isEmpty()) {
          var packet = heard.poll();
          if (packet.startsWith(beginning)) return packet;
        }
        var body = get("EIO=4&transport=polling&sid=" + sid).getContentAsString();
        heard.addAll(Arrays.asList(body.split("\u001e", -1)));
      }
      throw new AssertionError("never heard " + beginning);
    }
  }
}
