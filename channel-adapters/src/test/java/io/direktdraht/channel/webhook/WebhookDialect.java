package io.direktdraht.channel.webhook;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.HexMac;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A system that follows the page on the webhook channel.
public final class WebhookDialect implements MediaDialect {
  public static final String SECRET = "webhook-secret-of-the-test";
  private static final JsonMapper JSON = new JsonMapper();
  private InstantSource clock;

  public WebhookDialect() {
    this(() -> NINE);
  }

  /// `clock`: when it signs, until a line comes with its own.
  public WebhookDialect(InstantSource clock) {
    this.clock = clock;
  }

  static WebhookSettings settings(URI url, Duration timeout) {
    return new WebhookSettings(new Line.Id("crm"), url, SECRET, timeout);
  }

  @Override
  public PlatformLine line(URI platform, Duration timeout, InstantSource clock) {
    this.clock = clock;
    var settings = settings(platform, timeout);
    return new PlatformLine(
        new WebhookHook(settings, clock),
        new WebhookSender(settings, clock),
        new WebhookShelf(FakeShelf.downloads(platform)));
  }

  @Override
  public FakePlatform platform() {
    return new FakePlatform((_, _) -> "").recognising("Idempotency-Key", 200);
  }

  @Override
  public HttpHeaders signed(byte[] body, String query) {
    return at(0, body);
  }

  /// Signed so many seconds from now.
  HttpHeaders at(long seconds, byte[] body) {
    var time = Long.toString(clock.instant().getEpochSecond() + seconds);
    return headers(time, "sha256=" + HexMac.of(SECRET, time + ".", body));
  }

  static HttpHeaders headers(String time, String... signatures) {
    var headers = new HttpHeaders();
    headers.put("X-Direktdraht-Timestamp", List.of(time));
    headers.put("X-Direktdraht-Signature", List.of(signatures));
    return headers;
  }

  @Override
  public List<HttpHeaders> forged(byte[] body) {
    var time = Long.toString(clock.instant().getEpochSecond());
    var right = "sha256=" + HexMac.of(SECRET, time + ".", body);
    var later = Long.toString(clock.instant().getEpochSecond() + 1);
    var untimed = new HttpHeaders();
    untimed.put("X-Direktdraht-Signature", List.of(right));
    return List.of(
        new HttpHeaders(),
        untimed,
        at(-301, body),
        at(301, body),
        headers(later, right),
        headers("", right),
        headers("x", right),
        headers("-" + time, right),
        headers(time, ""),
        headers(time, right.substring(7)),
        headers(time, right.substring(0, 40)),
        headers(time, right + "00"),
        headers(time, right.toUpperCase(Locale.ROOT)),
        headers(time, "sha256=" + "zz".repeat(32)),
        headers(time, right, right),
        headers(time, "sha256=" + HexMac.of("another secret of the test", time + ".", body)),
        headers(time, "sha256=" + HexMac.of(SECRET, "", body)));
  }

  @Override
  public String wrote(int contact, int order, String text) {
    return message(contact, order, "\"text\":" + JSON.writeValueAsString(text));
  }

  @Override
  public String sent(int contact, int order, String file, String words, URI media) {
    return message(
        contact,
        order,
        "\"text\":%s,\"files\":[{\"mediaType\":\"image/png\",\"url\":\"%s/%s\"}]"
            .formatted(JSON.writeValueAsString(words), media, file));
  }

  static String message(int contact, int order, String more) {
    return "{\"type\":\"message\",\"id\":\"m-%d\",\"from\":{\"id\":\"user-%d\",\"name\":\"Ann Lee\",\"language\":\"de\"},\"time\":\"%s\",%s}"
        .formatted(order, contact, NINE.plusSeconds(order), more);
  }

  @Override
  public Optional<String> edited(int contact, int order, int message, String text) {
    var words = ",\"text\":" + JSON.writeValueAsString(text);
    return Optional.of(changed("edit", contact, order, message, words));
  }

  @Override
  public Optional<String> withdrawn(int contact, int order, int message) {
    return Optional.of(changed("withdrawal", contact, order, message, ""));
  }

  private static String changed(String how, int contact, int order, int message, String more) {
    return "{\"type\":\"%s\",\"id\":\"c-%d\",\"message\":\"m-%d\",\"from\":{\"id\":\"user-%d\"},\"time\":\"%s\"%s}"
        .formatted(how, order, message, contact, NINE.plusSeconds(order), more);
  }

  @Override
  public String poisoned(int order) {
    return "{\"type\":\"message\",\"id\":\"m-%d\",\"text\":\"x\"}".formatted(order);
  }

  @Override
  public String pressed(int contact, int order, JsonNode ours, int choice) {
    var pressed = ours.path("choices").path(choice);
    return message(
        contact,
        order,
        "\"text\":%s,\"payload\":%s".formatted(pressed.path("title"), pressed.path("payload")));
  }

  @Override
  public String id(int contact) {
    return "user-" + contact;
  }

  @Override
  public String text(JsonNode call) {
    return call.path("text").asString();
  }

  @Override
  public List<String> titles(JsonNode call) {
    return call.path("choices").valueStream().map(one -> one.path("title").asString()).toList();
  }

  @Override
  public Optional<Told> status(JsonNode call, String status) {
    if (status.equals("sent")) return Optional.empty();
    return Optional.of(
        new Told(
            "",
            "{\"type\":\"receipt\",\"message\":%s,\"status\":\"%s\"}"
                .formatted(call.path("id"), status)));
  }

  @Override
  public boolean buttons() {
    return true;
  }

  @Override
  public boolean ordered() {
    return true;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public boolean answers() {
    return false;
  }

  @Override
  public Reaction deadCredentials() {
    return new Reaction.Says(401, "");
  }

  @Override
  public Reaction blocked() {
    return new Reaction.Says(410, "");
  }

  @Override
  public Reaction invalid() {
    return new Reaction.Says(422, "");
  }

  @Override
  public Reaction slow(int seconds) {
    return new Reaction.Says(429, "", Integer.toString(seconds));
  }

  @Override
  public boolean slowsOneContact() {
    return false;
  }
}
