package io.direktdraht.server.platform;

import static io.direktdraht.server.platform.PlayedLines.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.work.Done;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.server.Direktdraht;
import io.direktdraht.storage.jdbc.JdbcLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole product with a line of many platforms, which are played here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlatformJourney {
  private final HttpClient http = HttpClient.newHttpClient();
  private final PlayedLines played = new PlayedLines();
  private ConfigurableApplicationContext product;

  /// Settings of the database.
  abstract List<String> database();

  @BeforeAll
  void start(@TempDir Path data) {
    var settings = new ArrayList<>(database());
    settings.addAll(
        List.of(
            "--server.port=0",
            "--direktdraht.demo=true",
            "--direktdraht.data=" + data,
            "--direktdraht.desk.settling=1h", // else whoever has no console open is relieved
            "--direktdraht.catalogue=" + data.resolve("none"),
            "--direktdraht.recognition.models=target/models",
            "--direktdraht.recognition.shipped-models=../intents/target/models"));
    settings.addAll(played.settings());
    product = new SpringApplication(Direktdraht.class).run(settings.toArray(String[]::new));
  }

  @AfterAll
  void stop() {
    product.close();
    played.close();
  }

  @Test
  void onWhatsAppTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(played.whatsapp, played.meta, WHATSAPP);
    assertThat(played.meta.lastAuthorization()).isEqualTo("Bearer " + WhatsAppDialect.ACCESS_TOKEN);
  }

  @Test
  void onTelegramTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(played.telegram, played.bots, TELEGRAM);
  }

  @Test
  void bySmsTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(played.sms, played.twilio, SMS);
  }

  @Test
  void onSlackTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(played.slack, played.workspace, SLACK);
  }

  @Test
  void onLineTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(played.lineApp, played.official, LINE);
  }

  @Test
  void byWebhookTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(played.webhook, played.crm, WEBHOOK);
    assertThat(played.crm.accepted())
        .anyMatch(call -> call.at("/author/name").asString("").startsWith("Ana"))
        .anyMatch(call -> call.at("/author/kind").asString("").equals("bot"));
  }

  @Test
  void tenParallelRepetitionsAreOneMessage() {
    for (int round = 0; round < 5; round++) {
      int contact = 50 + round;
      var body = played.whatsapp.wrote(contact, 1000 + round, "Hallo " + round);
      assertThat(LogContract.together(10, _ -> post(played.whatsapp, WHATSAPP, body)))
          .containsOnly(200);
      Patience.until("it is in the log", () -> received(played.whatsapp, WHATSAPP, contact) > 0);
      assertThat(post(played.whatsapp, WHATSAPP, body)).isEqualTo(200);
      assertThat(received(played.whatsapp, WHATSAPP, contact)).isEqualTo(1);
    }
  }

  @Test
  void anAlbumOfANewContactIsOneConversationWithAllItsPictures() {
    for (int i = 0; i < 10; i++)
      played.pictures.keep("picture" + i, new FakeShelf.Step.Gives(Files.PNG));
    var statuses =
        LogContract.together(
            10,
            i ->
                post(
                    played.whatsapp,
                    PICTURES,
                    played.whatsapp.sent(70, 2000 + i, "picture" + i, "", played.pictures.url())));
    assertThat(statuses).containsOnly(200);
    Patience.until("all are in the log", () -> received(played.whatsapp, PICTURES, 70) == 10);
    var conversation = conversation(played.whatsapp, PICTURES, 70);
    assertThat(log().of(conversation.contact(), 10)).hasSize(1);
    var files =
        log().read(conversation.id(), 0, 1000).stream()
            .flatMap(recorded ->
                recorded.event() instanceof ConversationEvent.MessageReceived(var message, _)
                    ? message.content().attachments().stream()
                    : Stream.empty())
            .toList();
    assertThat(files).hasSize(10).doesNotHaveDuplicates();
    var attachments = product.getBean(Attachments.class);
    for (var file : files) assertThat(attachments.bytes(file.id())).contains(Files.PNG);
  }

  @Test
  void aFloodOfWebhooksIsStoredAndUnderstoodToTheLast() {
    var statuses =
        LogContract.together(
            400,
            i ->
                post(
                    played.whatsapp,
                    WHATSAPP,
                    played.whatsapp.wrote(100 + i % 80, 4000 + i, "Hallo " + i)));
    assertThat(statuses).hasSize(400).containsOnly(200);
    Patience.until(
        "all are in the log",
        () ->
            IntStream.range(100, 180)
                .allMatch(contact -> received(played.whatsapp, WHATSAPP, contact) == 5));
    var raw = product.getBean(RawEvents.class);
    var line = new Line.Id(WHATSAPP);
    Patience.until("nothing waits", () -> raw.waiting(line, 1).isEmpty());
    assertThat(raw.quarantined(line)).isZero();
  }

  @Test
  void whatIsNotSignedIsNotHeard() throws IOException, InterruptedException {
    var body = played.whatsapp.wrote(80, 3000, "Hallo");
    var request =
        HttpRequest.newBuilder(uri(WHATSAPP, "whatsapp")).POST(BodyPublishers.ofString(body));
    assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    assertThat(log().latest(new Line.Id(WHATSAPP), played.whatsapp.id(80))).isEmpty();
  }

  @Test
  void theHandshakeIsAnsweredVerbatim() throws IOException, InterruptedException {
    var query =
        "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
            + WhatsAppDialect.VERIFY_TOKEN;
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(uri(WHATSAPP, "whatsapp") + query)).build(),
            BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo("1158201444");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
  }

  private void journey(Dialect dialect, FakePlatform platform, String line) {
    assertThat(post(dialect, line, dialect.wrote(1, 1, "Hallo"))).isEqualTo(200);
    Patience.until("the bot answers", () -> !shown(dialect, platform).isEmpty());
    assertThat(shown(dialect, platform).getFirst()).contains("ein Bot");
    var wish = "Ich möchte mit einem Menschen sprechen";
    assertThat(post(dialect, line, dialect.wrote(1, 2, wish))).isEqualTo(200);
    Patience.until(
        "the contact waits", () -> conversation(dialect, line, 1).stage().waitsForPerson());
    var ana = product.getBean(Accounts.class).find(new AgentId("ana")).orElseThrow();
    var workplace = product.getBean(Workplace.class);
    var id = conversation(dialect, line, 1).id();
    var greeting = "Guten Tag, hier ist Ana.";
    assertThat(workplace.claim(id, ana)).isInstanceOf(Done.Stored.class);
    assertThat(workplace.answer(id, ana, greeting, UUID.randomUUID().toString()))
        .isInstanceOf(Done.Stored.class);
    Patience.until("the agent's answer arrives", () -> shown(dialect, platform).contains(greeting));
    assertThat(shown(dialect, platform)).doesNotHaveDuplicates();
  }

  private List<String> shown(Dialect dialect, FakePlatform platform) {
    return platform.accepted().stream()
        .filter(call ->
            call.toString().contains(dialect.id(1) + "\"")
                || call.toString().contains(dialect.id(1) + ","))
        .map(dialect::text)
        .toList();
  }

  private int post(Dialect dialect, String line, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var request = HttpRequest.newBuilder(uri(line, channel(dialect)));
    dialect.signed(bytes).forEach((name, values) -> request.header(name, values.getFirst()));
    try {
      return http.send(
              request.POST(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private String channel(Dialect dialect) {
    return dialect
        .line(URI.create("http://localhost"), Duration.ofSeconds(1), InstantSource.system())
        .hook()
        .line()
        .channel();
  }

  private URI uri(String line, String channel) {
    var server = ((WebServerApplicationContext) product).getWebServer();
    if (server == null) throw new AssertionError("no web server");
    return URI.create("http://localhost:" + server.getPort() + "/webhooks/" + channel + "/" + line);
  }

  private JdbcLog log() {
    return product.getBean(JdbcLog.class);
  }

  private Conversation conversation(Dialect dialect, String line, int contact) {
    return log().latest(new Line.Id(line), dialect.id(contact)).orElseThrow();
  }

  private long received(Dialect dialect, String line, int contact) {
    return log().latest(new Line.Id(line), dialect.id(contact)).stream()
        .flatMap(conversation -> log().read(conversation.id(), 0, 1000).stream())
        .filter(recorded -> recorded.event() instanceof ConversationEvent.MessageReceived)
        .count();
  }
}
