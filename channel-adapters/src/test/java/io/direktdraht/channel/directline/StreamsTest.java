package io.direktdraht.channel.directline;

import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.ANA;
import static io.direktdraht.conversation.log.Logs.note;
import static io.direktdraht.conversation.log.Logs.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.access.Sessions;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.conversation.signal.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StreamsTest {
  private final Lines lines = new Lines();

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void showsWhatWasSaidBeforeItOpenedAndWhatComesLater() throws Exception {
    var eva = lines.client("{}");
    var url = eva.streamUrl();
    var posted = eva.says("Hallo", "c1");
    var stream = lines.stream(url);
    eva.append(said(new Author.Bot(), Lines.LINE, "Guten Tag"));
    until("both", () -> stream.frames().size() == 2);
    assertThat(Lines.activities(stream).getFirst().get("id").stringValue())
        .isEqualTo(posted.text("id"));
    assertThat(texts(stream)).containsExactly("Hallo", "Guten Tag");
  }

  @Test
  void aFirstMessageReachesAStreamThatWasOpenBefore() throws Exception {
    var eva = lines.client("{}");
    var stream = lines.stream(eva.streamUrl());
    eva.says("Hallo", "c1");
    until("the echo", () -> !stream.frames().isEmpty());
    assertThat(
            Lines.activities(stream).getFirst().at("/channelData/clientActivityID").stringValue())
        .isEqualTo("c1");
  }

  @Test
  void manyEventsAtOnceComeInOrderOnceEach() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    var stream = lines.stream(eva.streamUrl());
    LogContract.together(
        60,
        i -> {
          eva.append(i % 3 == 0 ? note("n") : said(new Author.Bot(), Lines.LINE, "Wort " + i));
          return i;
        });
    until("the last", () -> stream.frames().size() == 41);
    var marks =
        stream.frames().stream()
            .map(frame -> Long.valueOf(frame.get("watermark").stringValue()))
            .toList();
    assertThat(marks).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whoComesBackWithAWatermarkMissesNothingAndSeesNothingTwice() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    var first = lines.stream(eva.streamUrl());
    until("the echo", () -> !first.frames().isEmpty());
    var mark = first.frames().getLast().get("watermark").stringValue();
    lines.hangUp(first);
    eva.append(said(new Author.Bot(), Lines.LINE, "eins"));
    var answer = lines.get(eva.token, eva.path("?watermark=" + mark));
    eva.append(said(new Author.Bot(), Lines.LINE, "zwei"));
    var second = lines.stream(answer.text("streamUrl"));
    eva.append(said(new Author.Bot(), Lines.LINE, "drei"));
    until("three", () -> second.frames().size() == 3);
    assertThat(texts(second)).containsExactly("eins", "zwei", "drei");
  }

  @Test
  void aNewConversationOfOursGoesOnInTheSameStream() throws Exception {
    var eva = lines.client("{}");
    eva.says("gestern", "c1");
    var stream = lines.stream(eva.streamUrl());
    eva.append(
        new io.direktdraht.conversation.event.ConversationEvent.Resolved(
            io.direktdraht.conversation.Outcome.SOLVED_BY_BOT, null, lines.now));
    lines.now = lines.now.plus(Duration.ofDays(2));
    var token = lines.get(Lines.SECRET, eva.path("")).text("token");
    lines.new Client(token, eva.id).says("heute", "c2");
    until("the new one", () -> texts(stream).contains("heute"));
    var marks = stream.frames().stream().map(f -> f.get("watermark").stringValue()).toList();
    assertThat(marks).isSorted();
  }

  @Test
  void aTicketOpensOneStream() throws Exception {
    var url = lines.client("{}").streamUrl();
    assertThat(lines.handshake(url, Lines.SHOP, new Sessions("a"))).isEqualTo(101);
    assertThat(lines.handshake(url, Lines.SHOP, new Sessions("b"))).isEqualTo(403);
  }

  @Test
  void aTicketIsOverAfterAMinute() throws Exception {
    var url = lines.client("{}").streamUrl();
    lines.now = lines.now.plusSeconds(60);
    assertThat(lines.handshake(url, Lines.SHOP, new Sessions("a"))).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://shop.example,101",
        "http://localhost:80,101",
        "-,101",
        "null,403",
        "https://evil.example,403",
        "https://shop.example.evil.example,403"
      })
  void aForeignPageOpensNoStreamAndUsesUpNoTicket(String origin, int status) throws Exception {
    var url = lines.client("{}").streamUrl();
    assertThat(lines.handshake(url, origin, new Sessions("a"))).isEqualTo(status);
    if (status == 403)
      assertThat(lines.handshake(url, Lines.SHOP, new Sessions("b"))).isEqualTo(101);
  }

  @Test
  void aTicketFitsItsOwnConversationAlone() throws Exception {
    var eva = lines.client("{}");
    var mallory = lines.client("{}");
    var url = mallory.streamUrl().replace(mallory.id, eva.id);
    assertThat(lines.handshake(url, Lines.SHOP, new Sessions("a"))).isEqualTo(403);
    var token = url.replaceFirst("t=.*", "t=" + eva.token);
    assertThat(lines.handshake(token, Lines.SHOP, new Sessions("a"))).isEqualTo(403);
    assertThat(lines.handshake(url.replaceFirst("\\?t=.*", ""), Lines.SHOP, new Sessions("a")))
        .isEqualTo(403);
  }

  @Test
  void nobodySeesAnothersStream() throws Exception {
    var eva = lines.client("{}");
    var udo = lines.client("{}");
    var stream = lines.stream(udo.streamUrl());
    udo.says("meins", "c1");
    eva.says("geheim", "c1");
    udo.says("noch etwas", "c2");
    until("mine", () -> stream.frames().size() == 2);
    assertThat(stream.frames().toString()).doesNotContain("geheim");
  }

  @Test
  void typingIsShownBothWaysAndNeverStored() throws Exception {
    var eva = lines.client("{}");
    eva.says("Hallo", "c1");
    var stream = lines.stream(eva.streamUrl());
    var heard = new java.util.concurrent.atomic.AtomicInteger();
    lines.signals.subscribe(signal -> {
      if (signal instanceof Signal.Typing(_, Author.Contact(), _)) heard.incrementAndGet();
    });
    assertThat(eva.posts("{\"type\":\"typing\",\"from\":{\"id\":\"u1\"}}").status()).isEqualTo(200);
    assertThat(heard).hasValue(1);
    lines.signals.publish(new Signal.Typing(eva.seen().id(), new Author.Agent(ANA, "Ana"), true));
    until("typing", () -> stream.frames().size() == 2);
    var typing = stream.frames().getLast();
    assertThat(typing.has("watermark")).isFalse();
    assertThat(typing.at("/activities/0/type").stringValue()).isEqualTo("typing");
    assertThat(typing.at("/activities/0/from/name").stringValue()).isEqualTo("Ana");
    assertThat(eva.reads("").body().get("activities")).hasSize(1);
  }

  @Test
  void anEventIsEchoedAndNotStored() throws Exception {
    var eva = lines.client("{}");
    var stream = lines.stream(eva.streamUrl());
    var join =
        "{\"type\":\"event\",\"name\":\"webchat/join\",\"value\":{\"language\":\"de\"},\"from\":{\"id\":\"u1\"},\"channelData\":{\"clientActivityID\":\"e1\"}}";
    var posted = eva.posts(join);
    until("the echo", () -> !stream.frames().isEmpty());
    var echo = Lines.activities(stream).getFirst();
    assertThat(echo.get("id").stringValue()).isEqualTo(posted.text("id"));
    assertThat(echo.get("name").stringValue()).isEqualTo("webchat/join");
    assertThat(echo.at("/channelData/clientActivityID").stringValue()).isEqualTo("e1");
    assertThat(lines.log.latest(Lines.LINE, eva.id)).isEmpty();
  }

  @Test
  void aStopSendsEverybodyAwayAndTheMeterCounts() throws Exception {
    var stream = lines.stream(lines.client("{}").streamUrl());
    assertThat(lines.meters.get("direktdraht.sockets").tag("kind", "directline").gauge().value())
        .isEqualTo(1);
    lines.close();
    assertThat(stream.closed).isNotNull();
    assertThat(lines.meters.get("direktdraht.sockets").tag("kind", "directline").gauge().value())
        .isZero();
  }

  private static List<String> texts(Sessions stream) {
    return Lines.activities(stream).stream()
        .filter(activity -> activity.has("text"))
        .map(activity -> activity.get("text"))
        .map(JsonNode::stringValue)
        .toList();
  }
}
