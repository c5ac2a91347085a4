package io.direktdraht.channel.webhook;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.HexMac;
import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Sender.Bubble;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHookTest {
  private static final Reference PLACE = new Reference(ConversationId.next(NINE), 7, 0);
  private final Hook hook =
      new WebhookHook(
          WebhookDialect.settings(URI.create("http://localhost"), Duration.ofSeconds(1)),
          () -> NINE);

  @Test
  void theExampleOfThePageIsAuthentic() {
    var body = "{\"type\":\"message\",\"id\":\"1\",\"from\":{\"id\":\"u\"},\"text\":\"Hallo\"}";
    var settings =
        new WebhookSettings(
            new Line.Id("crm"), URI.create("https://crm.example/in"), "test_webhook_secret", null);
    var documented =
        new WebhookHook(settings, () -> java.time.Instant.ofEpochSecond(1_700_000_000));
    var headers =
        Map.of(
            "x-direktdraht-timestamp",
            List.of("1700000000"),
            "x-direktdraht-signature",
            List.of("sha256=9ffa314ae8ad6ae8cad9eb8c911abf8014a5d1c603656d742cfb370e9822a68e"));
    var call = new Webhook(headers, body.getBytes(StandardCharsets.UTF_8), "");
    assertThat(documented.authentic(call)).isTrue();
  }

  @Test
  void aSignatureHoldsForFiveMinutesInBothDirections() {
    var dialect = new WebhookDialect();
    var body = dialect.wrote(1, 1, "x").getBytes(StandardCharsets.UTF_8);
    for (long seconds : new long[] {-300, 0, 300})
      assertThat(hook.authentic(call(dialect, seconds, body))).isTrue();
    for (long seconds : new long[] {-301, 301, Integer.MAX_VALUE})
      assertThat(hook.authentic(call(dialect, seconds, body))).isFalse();
  }

  private static Webhook call(WebhookDialect dialect, long seconds, byte[] body) {
    var headers = new java.util.HashMap<String, List<String>>();
    dialect.at(seconds, body).forEach(headers::put);
    return new Webhook(headers, body, "");
  }

  @Test
  void readsWhatSomebodyWrotePressedOrSent() {
    var said = said(WebhookDialect.message(1, 7, "\"text\":\"Ja\",\"payload\":\"/ja\""));
    assertThat(said.content().text()).isEqualTo("Ja");
    assertThat(said.content().payload()).isEqualTo("/ja");
    assertThat(said.from()).isEqualTo(new Occurrence.Person("user-1", "Ann Lee", "de"));
    assertThat(said.key()).isEqualTo("m-7");
    var files =
        "\"text\":\"Hier\",\"files\":[{\"name\":\"a.pdf\"},{},{\"mediaType\":\"image/png\",\"url\":\"https://x.example/1\"},{\"data\":\"aGk=\"}]";
    var brought = said(WebhookDialect.message(1, 8, files));
    assertThat(brought.content().text()).isEqualTo("Hier");
    assertThat(brought.things())
        .containsExactly(
            Thing.of(Thing.Kind.FILE, "a.pdf"),
            Thing.of(Thing.Kind.FILE, null),
            new Thing(Thing.Kind.PHOTO, null, "https://x.example/1"),
            new Thing(Thing.Kind.FILE, null, "data:aGk="));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"massage\"}|type must be message, edit, withdrawal or receipt",
        "{\"type\":\"message\",\"from\":{\"id\":\"u\"},\"text\":\"x\"}|id must not be empty",
        "{\"type\":\"message\",\"id\":\"1\",\"text\":\"x\"}|from must be an object with an id",
        "{\"type\":\"message\",\"id\":\"1\",\"from\":{\"id\":7},\"text\":\"x\"}|id must be a string",
        "{\"type\":\"message\",\"id\":\"1\",\"from\":{\"id\":\"u\"}}|text must not be empty",
        "{\"type\":\"message\",\"id\":\"1\",\"from\":{\"id\":\"u\"},\"text\":\"x\",\"time\":\"now\"}|time must be like 2026-01-31T09:00:00Z",
        "{\"type\":\"message\",\"id\":\"1\",\"from\":{\"id\":\"u\",\"language\":\"Deutsch\"},\"text\":\"x\"}|from.language must be like de",
        "{\"type\":\"message\",\"id\":\"1\",\"from\":{\"id\":\"u\"},\"text\":\"x\",\"files\":{}}|files must be a list",
        "{\"type\":\"message\",\"id\":\"1\",\"from\":{\"id\":\"u\"},\"files\":[{\"data\":\"a!\"}]}|files.data must be base64",
        "{\"type\":\"receipt\",\"message\":\"x\",\"status\":\"read\"}|message must be the id of a message of ours"
      })
  void everyMistakeIsNamed(String body, String why) {
    assertThatThrownBy(() -> hook.read(body)).isInstanceOf(Hook.Unreadable.class).hasMessage(why);
    assertThat(hook.confused(why).text()).contains("\"understood\":false", why);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 20_001})
  void whatIsTooLongIsNamed(int length) {
    var long256 = "x".repeat(length);
    var body = WebhookDialect.message(1, 1, "\"text\":\"" + long256 + "\"").replace("m-1", long256);
    assertThatThrownBy(() -> hook.read(body)).isInstanceOf(Hook.Unreadable.class);
  }

  @Test
  void aFailureThatIsToldIsShown() {
    var body =
        "{\"type\":\"receipt\",\"message\":\"%s\",\"status\":\"failed\",\"reason\":\"left\"}"
            .formatted(PLACE.text());
    assertThat(hook.read(body).occurrences())
        .containsExactly(new Occurrence.Failed(PLACE, new DeliveryResult.Unreachable("left")));
  }

  @Test
  void whatWeSayIsSignedAndSaysWhoSpeaks() throws InterruptedException {
    try (var other = new WebhookDialect().platform()) {
      var ana = new Author.Agent(new AgentId("ana"), "Ana");
      var file = new Part.Link("a.pdf", "application/pdf", "https://chat.example/files/1");
      sender(other)
          .send(bubble(ana, new Part("a.pdf\n" + file.url(), null, List.of(), file, null)));
      var call = other.accepted().getLast();
      assertThat(call.path("author").toString()).contains("\"agent\"", "\"Ana\"");
      assertThat(call.path("file").path("mediaType").asString()).isEqualTo("application/pdf");
      assertThat(call.path("to").asString()).isEqualTo("user-1");
      assertThat(call.path("id").asString()).isEqualTo(PLACE.text());
      var time = Long.toString(NINE.getEpochSecond());
      assertThat(other.lastHeader("X-Direktdraht-Timestamp")).isEqualTo(time);
      assertThat(other.lastHeader("X-Direktdraht-Signature"))
          .isEqualTo("sha256=" + HexMac.of(WebhookDialect.SECRET, time + ".", other.lastBody()));
      assertThat(other.lastHeader("Idempotency-Key")).isEqualTo(PLACE.text());
      sender(other).send(bubble(new Author.System(), new Part("x", null, List.of())));
      assertThat(other.called().getLast().path("author").toString())
          .isEqualTo("{\"kind\":\"system\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "204,Accepted",
    "301,Invalid",
    "302,Invalid",
    "400,Invalid",
    "401,Unauthorized",
    "403,Unauthorized",
    "404,Invalid",
    "408,Retry",
    "409,Retry",
    "410,Unreachable",
    "429,Slowed",
    "500,Retry",
    "503,Retry"
  })
  void everyStatusHasItsClass(int status, String expected) throws InterruptedException {
    try (var other = new WebhookDialect().platform()) {
      other.next(new Reaction.Says(status, ""));
      var result = sender(other).send(bubble(new Author.Bot(), new Part("x", null, List.of())));
      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(other.called()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://crm.example/in",
        "http://localhost.crm.example",
        "http://127.0.0.1.nip.io",
        "https://user:password@crm.example",
        "ftp://crm.example",
        "/in"
      })
  void anAddressThatOthersCanReadIsRefused(String url) {
    assertThatThrownBy(() -> settings(url, "0123456789abcdef"))
        .hasMessageContaining("webhook crm: url must be https");
  }

  @Test
  void theSettingsNameWhatIsWrong() {
    assertThatThrownBy(() -> settings("https://crm.example", "too short"))
        .hasMessageContaining("webhook crm: secret needs at least 16");
    for (var url : List.of("https://crm.example/in", "http://localhost:9000", "http://[::1]:90/in"))
      assertThatCode(() -> settings(url, "0123456789abcdef")).doesNotThrowAnyException();
  }

  private static WebhookSettings settings(String url, String secret) {
    return new WebhookSettings(new Line.Id("crm"), URI.create(url), secret, null);
  }

  private static WebhookSender sender(FakePlatform other) {
    return new WebhookSender(
        WebhookDialect.settings(other.url(), Duration.ofSeconds(20)), () -> NINE);
  }

  private static Bubble bubble(Author author, Part part) {
    return new Bubble("user-1", author, part, PLACE);
  }

  private Said said(String body) {
    return (Said) hook.read(body).occurrences().getFirst();
  }
}
