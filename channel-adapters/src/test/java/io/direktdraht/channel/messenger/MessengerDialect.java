package io.direktdraht.channel.messenger;

import static io.direktdraht.conversation.log.Logs.NINE;

import io.direktdraht.channel.platform.Batches;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messenger and Instagram as Meta documents them.
public final class MessengerDialect implements MediaDialect {
  public static final String PAGE = "104";
  public static final String APP = "77";
  public static final String APP_SECRET = "app-secret-of-the-test";
  public static final String VERIFY_TOKEN = "verify-secret-of-the-test";
  public static final String ACCESS_TOKEN = "access-secret-of-the-test";
  private static final String NAME = "X-Hub-Signature-256";
  private static final JsonMapper JSON = new JsonMapper();
  private final Network network;
  private InstantSource clock = () -> NINE.plusSeconds(86_400);

  public MessengerDialect(Network network) {
    this.network = network;
  }

  static MessengerSettings settings(URI url, Duration timeout) {
    return new MessengerSettings(
        new Line.Id("page-de"),
        PAGE,
        PAGE,
        APP_SECRET,
        VERIFY_TOKEN,
        ACCESS_TOKEN,
        APP,
        true,
        url,
        null,
        timeout,
        false);
  }

  @Override
  public PlatformLine line(URI platform, Duration timeout, InstantSource clock) {
    this.clock = clock;
    var settings = settings(platform, timeout);
    return new PlatformLine(
        new MessengerHook(settings, network),
        new MessengerSender(settings, network, clock),
        new MessengerShelf(FakeShelf.downloads(platform)));
  }

  @Override
  public FakePlatform platform() {
    return new FakePlatform((call, number) ->
        "{\"recipient_id\":%s,\"message_id\":\"m_%d\"}"
            .formatted(call.path("recipient").path("id"), number));
  }

  @Override
  public HttpHeaders signed(byte[] body, String query) {
    return headers("sha256=" + mac(APP_SECRET, body));
  }

  private static HttpHeaders headers(String... values) {
    var headers = new HttpHeaders();
    headers.put(NAME, List.of(values));
    return headers;
  }

  private static String mac(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public List<HttpHeaders> forged(byte[] body) {
    var right = mac(APP_SECRET, body);
    return List.of(
        new HttpHeaders(),
        headers(right),
        headers("sha1=" + right),
        headers("sha256=" + right.substring(2)),
        headers("sha256=" + mac("of another app", body)),
        headers("sha256=" + right, "sha256=" + right));
  }

  @Override
  public String wrote(int contact, int order, String text) {
    return message(contact, order, "\"text\":" + JSON.writeValueAsString(text));
  }

  static String message(int contact, int order, String content) {
    return event(contact, order, "\"message\":{\"mid\":\"m_in_%d\",%s}".formatted(order, content));
  }

  static String event(int contact, int order, String content) {
    return entry(
        "{\"sender\":{\"id\":\"psid-%d\"},\"recipient\":{\"id\":\"104\"},\"timestamp\":%d,%s}"
            .formatted(contact, 1_458_692_752_478L + order, content));
  }

  static String entry(String event) {
    return "{\"object\":\"page\",\"entry\":[{\"id\":\"104\",\"time\":1458692752478,\"messaging\":[%s]}]}"
        .formatted(event);
  }

  @Override
  public String sent(int contact, int order, String file, String words, URI media) {
    var text = words.isEmpty() ? "" : "\"text\":" + JSON.writeValueAsString(words) + ",";
    return message(
        contact,
        order,
        "%s\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"%s/files/%s\"}}]"
            .formatted(text, media, file));
  }

  @Override
  public Optional<String> edited(int contact, int order, int message, String text) {
    return Optional.of(
        event(
            contact,
            order,
            "\"message_edit\":{\"mid\":\"m_in_%d\",\"text\":%s,\"num_edit\":%d}"
                .formatted(message, JSON.writeValueAsString(text), order)));
  }

  @Override
  public Optional<String> withdrawn(int contact, int order, int message) {
    return Optional.of(
        event(
            contact,
            order,
            "\"message\":{\"mid\":\"m_in_%d\",\"is_deleted\":true}".formatted(message)));
  }

  @Override
  public Optional<Gesture> writes(int contact, int order) {
    return Optional.of(gesture(contact, "typing_on"));
  }

  @Override
  public Optional<Gesture> reads(int contact, int order) {
    return Optional.of(gesture(contact, "mark_seen"));
  }

  private Gesture gesture(int contact, String action) {
    var body =
        "{\"recipient\":{\"id\":\"%s\"},\"sender_action\":\"%s\"}".formatted(id(contact), action);
    var says = "{\"recipient_id\":\"%s\"}".formatted(id(contact));
    return new Gesture("/v25.0/" + PAGE + "/messages", body, new Reaction.Says(200, says));
  }

  @Override
  public String poisoned(int order) {
    return entry(
        "{\"timestamp\":%d,\"message\":{\"mid\":\"m_in_%d\",\"text\":\"x\"}}"
            .formatted(order, order));
  }

  @Override
  public Optional<String> together(List<String> webhooks) {
    return Optional.of(Batches.joined("entry", webhooks));
  }

  @Override
  public String pressed(int contact, int order, JsonNode ours, int choice) {
    var reply = replies(ours).get(choice);
    return message(
        contact,
        order,
        "\"text\":%s,\"quick_reply\":{\"payload\":%s}"
            .formatted(reply.path("title"), reply.path("payload")));
  }

  @Override
  public String id(int contact) {
    return "psid-" + contact;
  }

  @Override
  public String text(JsonNode call) {
    return call.path("message").path("text").asString();
  }

  @Override
  public Optional<String> enclosed(JsonNode call) {
    return call.at("/message/attachment/payload/url").asStringOpt();
  }

  @Override
  public List<String> titles(JsonNode call) {
    return replies(call).stream().map(reply -> reply.path("title").asString()).toList();
  }

  private static List<JsonNode> replies(JsonNode call) {
    var replies = new ArrayList<JsonNode>();
    for (var reply : call.path("message").path("quick_replies")) replies.add(reply);
    return replies;
  }

  /// Messenger tells until when.
  @Override
  public Optional<Told> status(JsonNode call, String status) {
    if (network == Network.INSTAGRAM || status.equals("sent")) return Optional.empty();
    var contact = Integer.parseInt(call.at("/recipient/id").asString().substring(5));
    var told = status.equals("read") ? "read" : "delivery";
    return Optional.of(new Told("", reached(contact, told, clock.instant())));
  }

  /// `told`: read or delivery.
  public static String reached(int contact, String told, Instant until) {
    return event(contact, 0, "\"%s\":{\"watermark\":%d}".formatted(told, until.toEpochMilli()));
  }

  /// The same by ids.
  public static String reached(int contact, String told, String ids) {
    return event(contact, 0, "\"%s\":{%s}".formatted(told, ids));
  }

  /// What Meta tells of a message that we sent.
  public static String echo(JsonNode call) {
    return entry(
        "{\"sender\":{\"id\":\"104\"},\"recipient\":%s,\"timestamp\":1,\"message\":{\"is_echo\":true,\"app_id\":1,\"mid\":\"m_e\",\"metadata\":%s}}"
            .formatted(call.path("recipient"), call.at("/message/metadata")));
  }

  @Override
  public boolean namesOurs() {
    return false;
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
    var says = new Reaction.Says(200, "{\"name\":\"Lindenhof\",\"id\":\"1\"}");
    return Optional.of(new Known("/v25.0/" + PAGE + "?fields=name", says, "Lindenhof"));
  }

  @Override
  public Reaction deadCredentials() {
    return new Reaction.Says(400, error(190, 463));
  }

  @Override
  public Reaction blocked() {
    return new Reaction.Says(400, error(551, 1545041));
  }

  @Override
  public Reaction invalid() {
    return new Reaction.Says(400, error(100, 2018047));
  }

  @Override
  public Reaction slow(int seconds) {
    return new Reaction.Says(400, error(613, 0), "" + seconds);
  }

  @Override
  public boolean slowsOneContact() {
    return false;
  }

  static String error(int code, int subcode) {
    return "{\"error\":{\"message\":\"what\",\"type\":\"OAuthException\",\"code\":%d,\"error_subcode\":%d,\"fbtrace_id\":\"x\"}}"
        .formatted(code, subcode);
  }
}
