package io.direktdraht.channel.slack;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.HexMac;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Slack as its API documents it.
public final class SlackDialect implements MediaDialect {
  public static final String SECRET = "signing-secret-of-the-test";
  public static final String TOKEN = "xoxb-token-secret-of-the-test";
  private static final JsonMapper JSON = new JsonMapper();
  private InstantSource clock;

  public SlackDialect() {
    this(() -> NINE);
  }

  /// `clock`: when it signs, until a line comes with its own.
  public SlackDialect(InstantSource clock) {
    this.clock = clock;
  }

  static SlackSettings settings(URI url, Duration timeout) {
    return new SlackSettings(new Line.Id("slack-team"), SECRET, TOKEN, url, timeout);
  }

  @Override
  public PlatformLine line(URI platform, Duration timeout, InstantSource clock) {
    this.clock = clock;
    var settings = settings(platform, timeout);
    return new PlatformLine(
        new SlackHook(settings, clock),
        new SlackSender(settings, clock),
        new SlackShelf(settings, FakeShelf.downloads(platform)));
  }

  @Override
  public FakePlatform platform() {
    return new FakePlatform((call, number) ->
        "{\"ok\":true,\"channel\":%s,\"ts\":\"1700000000.%06d\"}"
            .formatted(call.path("channel"), number));
  }

  @Override
  public HttpHeaders signed(byte[] body, String query) {
    return at(0, body);
  }

  /// Signed so many seconds from now.
  HttpHeaders at(long seconds, byte[] body) {
    var time = Long.toString(clock.instant().getEpochSecond() + seconds);
    return headers(time, "v0=" + HexMac.of(SECRET, "v0:" + time + ":", body));
  }

  private static HttpHeaders headers(String time, String... signatures) {
    var headers = new HttpHeaders();
    headers.put("X-Slack-Request-Timestamp", List.of(time));
    headers.put("X-Slack-Signature", List.of(signatures));
    return headers;
  }

  @Override
  public List<HttpHeaders> forged(byte[] body) {
    long now = clock.instant().getEpochSecond();
    var time = Long.toString(now);
    var right = "v0=" + HexMac.of(SECRET, "v0:" + time + ":", body);
    return List.of(
        new HttpHeaders(),
        at(-301, body),
        at(301, body),
        headers(Long.toString(now + 1), right),
        headers("", right),
        headers(time, ""),
        headers(time, right.substring(3)),
        headers(time, right.replace("v0=", "v1=")),
        headers(time, right.substring(0, 30)),
        headers(time, right + "00"),
        headers(time, "v0=" + "zz".repeat(32)),
        headers(time, right, right),
        headers(time, "v0=" + HexMac.of("another secret", "v0:" + time + ":", body)),
        headers(time, "v0=" + HexMac.of(SECRET, "", body)));
  }

  @Override
  public String wrote(int contact, int order, String text) {
    return message(contact, order, "\"text\":" + JSON.writeValueAsString(SlackText.write(text)));
  }

  @Override
  public String sent(int contact, int order, String file, String words, URI media) {
    return message(
        contact,
        order,
        "\"subtype\":\"file_share\",\"text\":%s,\"files\":[{\"id\":\"F%d\",\"mimetype\":\"image/png\",\"url_private_download\":\"%s/files-pri/%s\"}]"
            .formatted(JSON.writeValueAsString(words), order, media, file));
  }

  /// A message in a direct message with the app.
  static String message(int contact, int order, String more) {
    return callback(
        order,
        "{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D%08d\",\"user\":\"U%08d\",\"ts\":\"%s\",%s}"
            .formatted(contact, contact, time(order), more));
  }

  /// The same in the thread that begins with the message `root`.
  public static String threaded(int contact, int order, int root, String text) {
    return message(
        contact,
        order,
        "\"text\":%s,\"thread_ts\":\"%s\"".formatted(JSON.writeValueAsString(text), time(root)));
  }

  /// A button of ours is pressed in a thread.
  public static String pressedIn(int contact, int order, int root, JsonNode ours) {
    return form(
        "{\"type\":\"block_actions\",\"channel\":{\"id\":\"D%08d\"},\"message\":{\"ts\":\"%s\",\"thread_ts\":\"%s\"},\"actions\":[%s]}"
            .formatted(contact, time(order - 1), time(root), action(ours, order, 0)));
  }

  public static String time(int order) {
    return "1700000000.%06d".formatted(order);
  }

  static String callback(int order, String event) {
    return "{\"type\":\"event_callback\",\"event_id\":\"Ev%d\",\"event_time\":1749416383,\"team_id\":\"T1\",\"api_app_id\":\"A1\",\"authorizations\":[{\"team_id\":\"T1\",\"user_id\":\"U0BOT\",\"is_bot\":true}],\"event\":%s}"
        .formatted(order, event);
  }

  @Override
  public Optional<String> edited(int contact, int order, int message, String text) {
    return Optional.of(
        message(
            contact,
            order,
            "\"subtype\":\"message_changed\",\"hidden\":true,\"message\":{\"ts\":\"%s\",\"text\":%s}"
                .formatted(time(message), JSON.writeValueAsString(SlackText.write(text)))));
  }

  @Override
  public Optional<String> withdrawn(int contact, int order, int message) {
    return Optional.of(
        message(
            contact,
            order,
            "\"subtype\":\"message_deleted\",\"hidden\":true,\"deleted_ts\":\"%s\""
                .formatted(time(message))));
  }

  @Override
  public String poisoned(int order) {
    return callback(order, "{\"type\":\"message\",\"channel_type\":\"im\",\"text\":\"x\"}");
  }

  @Override
  public String pressed(int contact, int order, JsonNode ours, int choice) {
    return form(
        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U%08d\"},\"channel\":{\"id\":\"D%08d\",\"name\":\"directmessage\"},\"message\":{\"ts\":\"1.000001\"},\"actions\":[%s]}"
            .formatted(contact, contact, action(ours, order, choice)));
  }

  private static String action(JsonNode ours, int order, int choice) {
    var button = elements(ours).get(choice);
    return "{\"type\":\"button\",\"action_id\":%s,\"block_id\":\"b1\",\"text\":%s,\"value\":%s,\"action_ts\":\"%s\"}"
        .formatted(
            button.path("action_id"), button.path("text"), button.path("value"), time(order));
  }

  static String form(String payload) {
    return "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
  }

  @Override
  public String id(int contact) {
    return "D%08d".formatted(contact);
  }

  @Override
  public String text(JsonNode call) {
    return SlackText.read(call.path("text").asString());
  }

  @Override
  public Optional<String> enclosed(JsonNode call) {
    return call.at("/blocks/0/image_url").asStringOpt();
  }

  @Override
  public List<String> titles(JsonNode call) {
    return elements(call).stream()
        .map(button -> button.path("text").path("text").asString())
        .toList();
  }

  static List<JsonNode> elements(JsonNode call) {
    return call.path("blocks").path(1).path("elements").valueStream().toList();
  }

  @Override
  public Optional<Told> status(JsonNode call, String status) {
    return Optional.empty();
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
  public Optional<Known> known() {
    var says =
        new Reaction.Says(200, "{\"ok\":true,\"team\":\"Lindenhof\",\"user\":\"direktdraht\"}");
    return Optional.of(new Known("/auth.test", says, "Lindenhof · direktdraht"));
  }

  @Override
  public Reaction deadCredentials() {
    return error("token_revoked");
  }

  @Override
  public Reaction blocked() {
    return error("user_not_found");
  }

  @Override
  public Reaction invalid() {
    return error("msg_too_long");
  }

  @Override
  public Reaction slow(int seconds) {
    return new Reaction.Says(
        429, "{\"ok\":false,\"error\":\"ratelimited\"}", Integer.toString(seconds));
  }

  @Override
  public boolean slowsOneContact() {
    return true;
  }

  /// Slack's errors come with status 200.
  static Reaction error(String error) {
    return new Reaction.Says(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
  }
}
