package io.direktdraht.channel.web;

import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.access.Sessions;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.BinaryMessage;
import tools.jackson.databind.JsonNode;

class WidgetSocketTest {
  private final Widgets web = new Widgets();

  @AfterEach
  void close() {
    web.close();
  }

  @Test
  void welcomesAStrangerWithATokenToKeep() throws Exception {
    var eva = web.welcomed(null);
    var welcome = eva.frames().getFirst();
    assertThat(welcome.get("conversation").isNull()).isTrue();
    assertThat(welcome.get("lastSeq").longValue()).isZero();
    assertThat(welcome.get("limits").get("text").intValue()).isEqualTo(4000);
    assertThat(welcome.get("desk").get("available").booleanValue()).isFalse();
    assertThat(web.tokens.verify(eva.token(), WEB)).isPresent();
  }

  @Test
  void storesAMessageThenSaysSoThenShowsIt() throws Exception {
    var eva = web.welcomed(null);
    var id = fresh();
    web.say(eva, id, "Hallo");
    until("the message", () -> !eva.ofType("event").isEmpty());
    var ack = eva.ofType("ack").getFirst();
    var event = eva.ofType("event").getFirst();
    assertThat(ack.get("id").stringValue()).isEqualTo(id);
    assertThat(ack.get("seq").longValue()).isEqualTo(event.get("seq").longValue());
    assertThat(event.get("event").get("text").stringValue()).isEqualTo("Hallo");
    assertThat(event.get("event").get("id").stringValue()).isEqualTo(id);
    assertThat(event.get("event").get("author").get("kind").stringValue()).isEqualTo("contact");
    assertThat(eva.frames().indexOf(ack)).isLessThan(eva.frames().indexOf(event));
  }

  @Test
  void eventsComeInOrderOnceEachAndNameThePrevious() throws Exception {
    var eva = web.welcomed(null);
    var seen = said(eva, "Hallo");
    LogContract.together(
        60, i -> web.ports.log().append(i % 3 == 0 ? noting(seen) : saying(seen, "Wort " + i)));
    until("the last event", () -> eva.seqs().size() == 41);
    assertThat(eva.seqs()).isSorted().doesNotHaveDuplicates();
    long last = 0;
    for (var event : eva.ofType("event")) {
      assertThat(event.get("prev").longValue()).isEqualTo(last);
      last = event.get("seq").longValue();
    }
  }

  @Test
  void aRepeatedIdIsOneMessageAndIsConfirmedAgain() throws Exception {
    var eva = web.welcomed(null);
    var id = fresh();
    for (int i = 0; i < 3; i++) web.say(eva, id, "Hallo");
    until("three acks", () -> eva.ofType("ack").size() == 3);
    assertThat(eva.ofType("ack").stream().map(ack -> ack.get("seq").longValue()).distinct())
        .hasSize(1);
    var seen = latest(eva);
    assertThat(web.ports.log().read(seen.id(), 0, 100))
        .filteredOn(r -> r.event() instanceof ConversationEvent.MessageReceived)
        .hasSize(1);
  }

  @Test
  void whoComesBackGetsWhatTheyMissed() throws Exception {
    var eva = web.welcomed(null);
    var seen = said(eva, "Hallo");
    web.leave(eva);
    web.ports.log().append(saying(seen, "eins"));
    web.ports.log().append(saying(seen, "zwei"));
    var again = web.connect();
    long last = seen.lastSeq();
    web.send(again, hello(eva.token(), seen.id().toString(), last));
    until("what was missed", () -> again.seqs().size() == 2);
    assertThat(again.seqs()).containsExactly(last + 1, last + 2);
    assertThat(again.frames().getFirst().get("type").stringValue()).isEqualTo("welcome");
    web.send(again, resume(seen.id().toString(), last + 1));
    until("the gap", () -> again.seqs().size() == 3);
    assertThat(again.seqs().getLast()).isEqualTo(last + 2);
  }

  @Test
  void aSecondTabShowsTheSame() throws Exception {
    var eva = web.welcomed(null);
    var tab = web.welcomed(eva.token());
    var seen = said(eva, "Hallo");
    web.ports.log().append(saying(seen, "Guten Tag"));
    until("both", () -> eva.seqs().size() == 2 && tab.seqs().size() == 2);
    assertThat(tab.seqs()).isEqualTo(eva.seqs());
  }

  @Test
  void manyTabsThatWriteAtTheSameTimeShowEachEventOnce() throws Exception {
    for (int round = 0; round < 20; round++) {
      var first = web.welcomed(null);
      var tabs = new ArrayList<>(List.of(first));
      for (int i = 0; i < 5; i++) tabs.add(web.welcomed(first.token()));
      LogContract.together(tabs.size(), i -> sendFrom(tabs.get(i)));
      var seen = latest(first);
      var last = seen.lastSeq();
      for (var tab : tabs) {
        until("the last event", () -> tab.seqs().contains(last));
        assertThat(tab.seqs())
            .containsExactlyElementsOf(LongStream.rangeClosed(2, last).boxed().toList());
      }
    }
  }

  @Test
  void nobodySeesAnothersConversation() throws Exception {
    var eva = web.welcomed(null);
    var seen = said(eva, "geheim");
    var udo = web.connect();
    web.send(udo, hello(null, seen.id().toString(), 0));
    web.send(udo, resume(seen.id().toString(), 0));
    web.send(udo, "{\"type\":\"ping\"}");
    until("the pong", () -> !udo.ofType("pong").isEmpty());
    assertThat(udo.ofType("event")).isEmpty();
    assertThat(udo.ofType("welcome").getFirst().get("conversation").isNull()).isTrue();
  }

  @Test
  void aBadTokenIsToldAndThenTheConnectionEnds() throws Exception {
    var eva = web.connect();
    web.send(eva, Widgets.hello("a.b"));
    until("the end", () -> eva.closed != null);
    assertThat(eva.frames())
        .singleElement()
        .satisfies(f -> assertThat(code(f)).isEqualTo("bad_token"));
    assertThat(Objects.requireNonNull(eva.closed).getCode()).isEqualTo(1008);
  }

  @Test
  void whoDoesNotSayHelloFirstIsToldAndThenTheConnectionEnds() throws Exception {
    var eva = web.connect();
    web.say(eva, fresh(), "Hallo");
    until("the end", () -> eva.closed != null);
    assertThat(code(eva.frames().getFirst())).isEqualTo("hello_first");
    assertThat(Objects.requireNonNull(eva.closed).getCode()).isEqualTo(1008);
  }

  @Test
  void badFramesAreToldAndTooManyEndTheConnection() throws Exception {
    var eva = web.welcomed(null);
    for (int i = 0; i < 19; i++) web.send(eva, "{\"type\":\"unknown\"}");
    until("nineteen errors", () -> eva.ofType("error").size() == 19);
    assertThat(eva.closed).isNull();
    web.send(eva, "{");
    until("the end", () -> eva.closed != null);
    assertThat(Objects.requireNonNull(eva.closed).getCode()).isEqualTo(1008);
  }

  @Test
  void binaryFramesEndTheConnection() throws Exception {
    var eva = web.welcomed(null);
    web.socket().handleMessage(eva, new BinaryMessage(new byte[1]));
    assertThat(Objects.requireNonNull(eva.closed).getCode()).isEqualTo(1003);
  }

  private Object sendFrom(Sessions tab) {
    try {
      web.say(tab, fresh(), "Hallo");
      return tab;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private Conversation said(Sessions session, String text) throws Exception {
    web.say(session, fresh(), text);
    until("the message", () -> !session.ofType("event").isEmpty());
    return latest(session);
  }

  private Conversation latest(Sessions session) {
    var visitor = web.tokens.verify(session.token(), WEB).orElseThrow();
    return web.ports.conversations().latest(WEB, visitor.id()).orElseThrow();
  }

  private static Append saying(Conversation seen, String text) {
    var event =
        io.direktdraht.conversation.log.Logs.said(
            new io.direktdraht.conversation.Author.Bot(), WEB, text);
    return new Append(seen.id(), new Append.Condition.Always(), List.of(event));
  }

  private static Append noting(Conversation seen) {
    return new Append(seen.id(), new Append.Condition.Always(), List.of(note("intern")));
  }

  private static String code(JsonNode frame) {
    return frame.get("code").stringValue();
  }

  private static String hello(String token, String conversation, long last) {
    var quoted = token == null ? "null" : "\"" + token + "\"";
    return "{\"type\":\"hello\",\"line\":\"web\",\"token\":" + quoted + place(conversation, last);
  }

  private static String resume(String conversation, long last) {
    return "{\"type\":\"resume\"" + place(conversation, last);
  }

  private static String place(String conversation, long last) {
    return ",\"conversation\":\"" + conversation + "\",\"lastSeq\":" + last + "}";
  }
}
