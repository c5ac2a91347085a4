package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.Batches;
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
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// LINE as its OpenAPI files describe it.
public final class LineDialect implements MediaDialect {
  public static final String SECRET = "channel-secret-of-the-test";
  public static final String TOKEN = "token-secret-of-the-test";
  private static final String HEADER = "X-Line-Signature";
  private static final JsonMapper JSON = new JsonMapper();

  static LineSettings settings(URI url, Duration timeout) {
    return new LineSettings(new Line.Id("line-jp"), SECRET, TOKEN, url, url, timeout);
  }

  @Override
  public PlatformLine line(URI platform, Duration timeout, InstantSource clock) {
    var settings = settings(platform, timeout);
    return new PlatformLine(
        new LineHook(settings),
        new LineSender(settings, clock),
        new LineShelf(settings, FakeShelf.downloads(platform)));
  }

  @Override
  public FakePlatform platform() {
    return new FakePlatform((_, number) ->
        "{\"sentMessages\":[{\"id\":\"%d\",\"quoteToken\":\"q\"}]}".formatted(46_000 + number))
        .recognising("X-Line-Retry-Key", 409);
  }

  @Override
  public HttpHeaders signed(byte[] body, String query) {
    return headers(mac(SECRET, body));
  }

  static String mac(String secret, byte[] body) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(HexMac.of(secret, "", body)));
  }

  private static HttpHeaders headers(String... values) {
    var headers = new HttpHeaders();
    headers.put(HEADER, List.of(values));
    return headers;
  }

  @Override
  public List<HttpHeaders> forged(byte[] body) {
    var right = mac(SECRET, body);
    return List.of(
        new HttpHeaders(),
        headers(""),
        headers(right.substring(1)),
        headers(right.substring(0, 20)),
        headers("!" + right.substring(1)),
        headers(right + "="),
        headers("sha256=" + right),
        headers(HexMac.of(SECRET, "", body)),
        headers(right, right),
        headers(mac("another secret", body)),
        headers(mac(SECRET, new byte[0])));
  }

  @Override
  public String wrote(int contact, int order, String text) {
    return message(contact, order, "\"type\":\"text\",\"text\":" + JSON.writeValueAsString(text));
  }

  /// A picture has no caption at LINE; its id is that of the message.
  @Override
  public String sent(int contact, int order, String file, String words, URI media) {
    return event(
        contact,
        order,
        "\"type\":\"message\",\"message\":{\"id\":\"%s\",\"type\":\"image\",\"contentProvider\":{\"type\":\"line\"}}"
            .formatted(file));
  }

  @Override
  public String file(URI asked) {
    return asked.getPath().replaceFirst("/v2/bot/message/([^/]+)/content", "$1");
  }

  @Override
  public boolean captions() {
    return false;
  }

  static String message(int contact, int order, String message) {
    return event(
        contact,
        order,
        "\"type\":\"message\",\"replyToken\":\"r\",\"message\":{\"id\":\"46%d\",\"markAsReadToken\":\"m%d\",%s}"
            .formatted(order, order, message));
  }

  /// A webhook with one event of a contact.
  static String event(int contact, int order, String more) {
    return call(
        "{\"mode\":\"active\",\"timestamp\":%d,\"webhookEventId\":\"01H810YECXQQZ37VAXPF%06d\",\"deliveryContext\":{\"isRedelivery\":false},\"source\":{\"type\":\"user\",\"userId\":\"U%032d\"},%s}"
            .formatted(1_692_251_666_000L + order, order, contact, more));
  }

  static String call(String events) {
    return "{\"destination\":\"U0123456789abcdef0123456789abcdef\",\"events\":[%s]}"
        .formatted(events);
  }

  @Override
  public Optional<String> withdrawn(int contact, int order, int message) {
    return Optional.of(
        event(
            contact,
            order,
            "\"type\":\"unsend\",\"unsend\":{\"messageId\":\"46%d\"}".formatted(message)));
  }

  @Override
  public Optional<Gesture> reads(int contact, int order) {
    var body = "{\"markAsReadToken\":\"m%d\"}".formatted(order);
    return Optional.of(new Gesture("/v2/bot/chat/markAsRead", body, new Reaction.Says(200, "{}")));
  }

  @Override
  public Optional<Gesture> writes(int contact, int order) {
    var body = "{\"chatId\":\"%s\",\"loadingSeconds\":20}".formatted(id(contact));
    return Optional.of(
        new Gesture("/v2/bot/chat/loading/start", body, new Reaction.Says(202, "{}")));
  }

  @Override
  public String poisoned(int order) {
    return call(
        "{\"type\":\"message\",\"source\":{\"type\":\"user\"},\"timestamp\":" + order + "}");
  }

  @Override
  public Optional<String> together(List<String> webhooks) {
    return Optional.of(Batches.joined("events", webhooks));
  }

  @Override
  public String pressed(int contact, int order, JsonNode ours, int choice) {
    var data = items(ours).get(choice).path("action").path("data");
    return event(
        contact, order, "\"type\":\"postback\",\"postback\":{\"data\":%s}".formatted(data));
  }

  @Override
  public String id(int contact) {
    return "U%032d".formatted(contact);
  }

  @Override
  public String text(JsonNode call) {
    return call.path("messages").path(0).path("text").asString();
  }

  @Override
  public Optional<String> enclosed(JsonNode call) {
    return call.at("/messages/0/originalContentUrl").asStringOpt();
  }

  @Override
  public List<String> titles(JsonNode call) {
    return items(call).stream().map(item -> item.path("action").path("label").asString()).toList();
  }

  private static List<JsonNode> items(JsonNode call) {
    var message = call.path("messages").path(0);
    return message.path("quickReply").path("items").valueStream().toList();
  }

  @Override
  public Optional<Told> status(JsonNode call, String status) {
    return Optional.empty();
  }

  @Override
  public Optional<String> reach(int contact, int order, boolean reachable) {
    var type = reachable ? "follow" : "unfollow";
    return Optional.of(event(contact, order, "\"type\":\"" + type + "\""));
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
  public Optional<Known> known() {
    var says = new Reaction.Says(200, "{\"displayName\":\"Lindenhof\",\"basicId\":\"@lindenhof\"}");
    return Optional.of(new Known("/v2/bot/info", says, "Lindenhof · @lindenhof"));
  }

  @Override
  public Reaction deadCredentials() {
    return error(401, "Authentication failed. Confirm that the access token is valid.");
  }

  @Override
  public Reaction blocked() {
    return error(404, "Not found");
  }

  @Override
  public Reaction invalid() {
    return error(400, "The request body has 1 error(s)");
  }

  @Override
  public Reaction slow(int seconds) {
    var limited = error(429, "The API rate limit has been exceeded. Try again later.");
    return new Reaction.Says(limited.status(), limited.body(), Integer.toString(seconds));
  }

  @Override
  public boolean slowsOneContact() {
    return false;
  }

  static Reaction.Says error(int status, String message) {
    return new Reaction.Says(
        status, "{\"message\":" + JSON.writeValueAsString(message) + ",\"details\":[]}");
  }
}
