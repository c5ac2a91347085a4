package io.direktdraht.console.web;

import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.desk.DeskPump;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsoleSocketTest {
  private final Doorways doors = new Doorways();

  @AfterEach
  void close() {
    doors.close();
  }

  /// The browser's end: what it was sent, and how it was closed.
  private record Screen(
      WebSocketSession session,
      List<JsonNode> frames,
      AtomicReference<@Nullable CloseStatus> closed) {
    List<JsonNode> ofType(String type) {
      return frames.stream().filter(f -> f.get("type").stringValue().equals(type)).toList();
    }
  }

  private Screen open(@Nullable Principal who) throws Exception {
    var id = fresh();
    var frames = new CopyOnWriteArrayList<JsonNode>();
    var closed = new AtomicReference<@Nullable CloseStatus>();
    var session =
        (WebSocketSession)
            Proxy.newProxyInstance(
                WebSocketSession.class.getClassLoader(),
                new Class<?>[] {WebSocketSession.class},
                (proxy, method, values) -> {
                  switch (method.getName()) {
                    case "getId" -> {
                      return id;
                    }
                    case "getPrincipal" -> {
                      return who;
                    }
                    case "sendMessage" ->
                        frames.add(
                            new JsonMapper().readTree(((TextMessage) values[0]).getPayload()));
                    case "close" -> {
                      var status = (CloseStatus) values[0];
                      if (closed.compareAndSet(null, status))
                        doors.web.socket().afterConnectionClosed((WebSocketSession) proxy, status);
                    }
                    default -> {}
                  }
                  return null;
                });
    doors.web.socket().afterConnectionEstablished(session);
    return new Screen(session, frames, closed);
  }

  private Screen welcomed(SignedIn who) throws Exception {
    var screen = open(who);
    until("the welcome", () -> !screen.ofType("welcome").isEmpty());
    return screen;
  }

  @Test
  void whatAnAgentIsAskedToTakeComesAtOnceWithItsRow() throws Exception {
    var office = doors.office;
    var screen = welcomed(doors.anna);
    try (var _ =
        new DeskPump(office.desk, office.ports.owed(), office.signals, Duration.ofSeconds(1))) {
      var seen = office.waiting();
      until("the offer", () -> !screen.ofType("offer").isEmpty());
      var offer = screen.ofType("offer").getFirst().get("offer");
      assertThat(offer.get("conversation").stringValue()).isEqualTo(seen.id().toString());
      assertThat(offer.at("/row/id").stringValue()).isEqualTo(seen.id().toString());
    }
  }

  private void send(Screen screen, String frame) throws Exception {
    doors.web.socket().handleMessage(screen.session, new TextMessage(frame));
  }

  @Test
  void whoIsNotSignedInIsSentAway() throws Exception {
    var stranger = open(null);
    assertThat(stranger.closed.get()).isNotNull();
    assertThat(stranger.frames).isEmpty();
  }

  @Test
  void showsWhatIsWatchedFromThePlaceOnAndThenLive() throws Exception {
    var seen = doors.office.waiting();
    var screen = welcomed(doors.anna);
    send(screen, watch(seen, seen.lastSeq() - 1));
    until("the newest event", () -> screen.ofType("event").size() == 1);
    doors.office.append(seen, note("live"));
    until("the note", () -> screen.ofType("event").size() == 2);
    doors.office.append(doors.office.waiting(), note("of another"));
    doors.office.append(seen, note("last"));
    until("the last note", () -> screen.ofType("event").size() == 3);
    for (var event : screen.ofType("event"))
      assertThat(event.get("prev").longValue()).isEqualTo(event.get("seq").longValue() - 1);
    assertThat(screen.ofType("event").toString()).doesNotContain("of another");
  }

  /// Only whoever has the conversation types and reads in the contact's eyes.
  @Test
  void nobodyTypesOrReadsInAColleaguesConversation() throws Exception {
    var seen = doors.office.waiting();
    doors.office.workplace.claim(seen.id(), BERND);
    var typed = new CopyOnWriteArrayList<Signal>();
    doors.office.signals.subscribe(signal -> {
      if (signal instanceof Signal.Typing(_, Author.Agent _, _)) typed.add(signal);
    });
    for (var who : List.of(doors.anna, doors.signedIn(BERND))) {
      var screen = welcomed(who);
      send(screen, "{\"type\":\"typing\",\"active\":true," + conversation(seen) + "}");
      send(screen, "{\"type\":\"seen\",\"read\":2," + conversation(seen) + "}");
    }
    assertThat(typed).singleElement().asString().contains("Ben Kurz");
    assertThat(doors.office.cursors.of(seen.id(), Side.TEAM).read()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[]",
        "null",
        "{}",
        "{\"type\":5}",
        "{\"type\":\"unknown\"}",
        "{\"type\":\"watch\",\"conversation\":5}",
        "{\"type\":\"watch\",\"conversation\":\"' OR 1=1\"}",
        "{\"type\":\"watch\",\"conversation\":null,\"lastSeq\":-1}",
        "{\"type\":\"watch\",\"conversation\":null,\"lastSeq\":\"1\"}",
      })
  void whatIsNoFrameIsToldAndHarmsNothing(String frame) throws Exception {
    var screen = welcomed(doors.anna);
    send(screen, frame);
    until("the error", () -> !screen.ofType("error").isEmpty());
    assertThat(screen.ofType("error").getFirst().get("code").stringValue()).isEqualTo("bad_frame");
    send(screen, "{\"type\":\"ping\"}");
    until("the pong", () -> !screen.ofType("pong").isEmpty());
  }

  @Test
  void aFrameTenThousandLevelsDeepIsToldAndHarmsNothing() throws Exception {
    var screen = welcomed(doors.anna);
    send(screen, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
    until("the error", () -> !screen.ofType("error").isEmpty());
  }

  @Test
  void binaryFramesEndTheConnection() throws Exception {
    var screen = welcomed(doors.anna);
    doors.web.socket().handleMessage(screen.session, new BinaryMessage(new byte[] {1}));
    until("the end", () -> screen.closed.get() != null);
    assertThat(String.valueOf(screen.closed.get())).contains("1003");
  }

  @Test
  void aSignInThatEndsElsewhereEndsItsSocketToo() throws Exception {
    var screen = welcomed(doors.anna);
    doors.office.people.close(doors.anna.tokenHash());
    until("the end", () -> screen.closed.get() != null);
    assertThat(String.valueOf(screen.closed.get())).contains("1008");
  }

  private static String watch(Conversation seen, long lastSeq) {
    return "{\"type\":\"watch\",\"lastSeq\":" + lastSeq + "," + conversation(seen) + "}";
  }

  private static String conversation(Conversation seen) {
    return "\"conversation\":\"" + seen.id() + "\"";
  }
}
