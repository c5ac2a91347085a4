package io.direktdraht.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.line.LineDialect;
import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.slack.SlackDialect;
import io.direktdraht.channel.sms.SmsDialect;
import io.direktdraht.channel.telegram.TelegramDialect;
import io.direktdraht.channel.webhook.WebhookDialect;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.work.Done;
import io.direktdraht.console.work.Workplace;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.event.ConversationEvent;
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
  private static final String WHATSAPP = "whatsapp-de";
  private static final String TELEGRAM = "telegram-de";
  private static final String SMS = "sms-de";
  private static final String SLACK = "slack-team";
  private static final String LINE = "line-jp";
  private static final String WEBHOOK = "crm";
  private final HttpClient http = HttpClient.newHttpClient();
  private final Dialect whatsapp = new WhatsAppDialect();
  private final Dialect telegram = new TelegramDialect();
  private final Dialect sms = new SmsDialect();
  private final Dialect slack = new SlackDialect(InstantSource.system());
  private final Dialect lineApp = new LineDialect();
  private final Dialect webhook = new WebhookDialect(InstantSource.system());
  private FakePlatform meta;
  private FakePlatform bots;
  private FakePlatform twilio;
  private FakePlatform workspace;
  private FakePlatform official;
  private FakePlatform crm;
  private ConfigurableApplicationContext product;

  /// Settings of the database.
  abstract List<String> database();

  @BeforeAll
  void start(@TempDir Path data) {
    meta = whatsapp.platform();
    bots = telegram.platform();
    twilio = sms.platform();
    workspace = slack.platform();
    official = lineApp.platform();
    crm = webhook.platform();
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
    settings.addAll(phones());
    settings.addAll(messengers());
    product = new SpringApplication(Direktdraht.class).run(settings.toArray(String[]::new));
  }

  private List<String> phones() {
    return List.of(
        "--direktdraht.whatsapp[0].line=" + WHATSAPP,
        "--direktdraht.whatsapp[0].phone-number-id=" + WhatsAppDialect.PHONE,
        "--direktdraht.whatsapp[0].app-secret=" + WhatsAppDialect.APP_SECRET,
        "--direktdraht.whatsapp[0].verify-token=" + WhatsAppDialect.VERIFY_TOKEN,
        "--direktdraht.whatsapp[0].access-token=" + WhatsAppDialect.ACCESS_TOKEN,
        "--direktdraht.whatsapp[0].url=" + meta.url(),
        "--direktdraht.telegram[0].line=" + TELEGRAM,
        "--direktdraht.telegram[0].token=" + TelegramDialect.TOKEN,
        "--direktdraht.telegram[0].secret=" + TelegramDialect.SECRET,
        "--direktdraht.telegram[0].url=" + bots.url(),
        "--direktdraht.sms[0].line=" + SMS,
        "--direktdraht.sms[0].account-sid=" + SmsDialect.ACCOUNT,
        "--direktdraht.sms[0].auth-token=" + SmsDialect.TOKEN,
        "--direktdraht.sms[0].from=" + SmsDialect.FROM,
        "--direktdraht.sms[0].public-url=" + SmsDialect.PUBLIC,
        "--direktdraht.sms[0].url=" + twilio.url());
  }

  private List<String> messengers() {
    return List.of(
        "--direktdraht.slack[0].line=" + SLACK,
        "--direktdraht.slack[0].signing-secret=" + SlackDialect.SECRET,
        "--direktdraht.slack[0].token=" + SlackDialect.TOKEN,
        "--direktdraht.slack[0].url=" + workspace.url(),
        "--direktdraht.line[0].line=" + LINE,
        "--direktdraht.line[0].secret=" + LineDialect.SECRET,
        "--direktdraht.line[0].token=" + LineDialect.TOKEN,
        "--direktdraht.line[0].url=" + official.url(),
        "--direktdraht.webhook[0].line=" + WEBHOOK,
        "--direktdraht.webhook[0].secret=" + WebhookDialect.SECRET,
        "--direktdraht.webhook[0].url=" + crm.url());
  }

  @AfterAll
  void stop() {
    product.close();
    meta.close();
    bots.close();
    twilio.close();
    workspace.close();
    official.close();
    crm.close();
  }

  @Test
  void onWhatsAppTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(whatsapp, meta, WHATSAPP);
    assertThat(meta.lastAuthorization()).isEqualTo("Bearer " + WhatsAppDialect.ACCESS_TOKEN);
  }

  @Test
  void onTelegramTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(telegram, bots, TELEGRAM);
  }

  @Test
  void bySmsTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(sms, twilio, SMS);
  }

  @Test
  void onSlackTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(slack, workspace, SLACK);
  }

  @Test
  void onLineTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(lineApp, official, LINE);
  }

  @Test
  void byWebhookTheBotSaysThatItIsOneAndAnAgentsAnswerArrives() {
    journey(webhook, crm, WEBHOOK);
    assertThat(crm.accepted())
        .anyMatch(call -> call.at("/author/name").asString("").startsWith("Ana"))
        .anyMatch(call -> call.at("/author/kind").asString("").equals("bot"));
  }

  @Test
  void tenParallelRepetitionsAreOneMessage() {
    for (int round = 0; round < 5; round++) {
      int contact = 50 + round;
      var body = whatsapp.wrote(contact, 1000 + round, "Hallo " + round);
      assertThat(LogContract.together(10, _ -> post(whatsapp, WHATSAPP, body))).containsOnly(200);
      Patience.until("it is in the log", () -> received(whatsapp, WHATSAPP, contact) > 0);
      assertThat(post(whatsapp, WHATSAPP, body)).isEqualTo(200);
      assertThat(received(whatsapp, WHATSAPP, contact)).isEqualTo(1);
    }
  }

  @Test
  void anAlbumOfANewContactIsOneConversation() {
    var statuses =
        LogContract.together(
            10, i -> post(whatsapp, WHATSAPP, whatsapp.wrote(70, 2000 + i, "Bild " + i)));
    assertThat(statuses).containsOnly(200);
    Patience.until("all are in the log", () -> received(whatsapp, WHATSAPP, 70) == 10);
    assertThat(log().of(conversation(whatsapp, WHATSAPP, 70).contact(), 10)).hasSize(1);
  }

  @Test
  void whatIsNotSignedIsNotHeard() throws IOException, InterruptedException {
    var body = whatsapp.wrote(80, 3000, "Hallo");
    var request =
        HttpRequest.newBuilder(uri(WHATSAPP, "whatsapp")).POST(BodyPublishers.ofString(body));
    assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    assertThat(log().latest(new Line.Id(WHATSAPP), whatsapp.id(80))).isEmpty();
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
