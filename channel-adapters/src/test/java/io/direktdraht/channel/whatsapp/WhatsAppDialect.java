package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Batches;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.HexMac;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.channel.platform.media.Shelf;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// WhatsApp as Meta documents it.
public final class WhatsAppDialect implements MediaDialect {
  public static final String PHONE = "106540352242922";
  public static final String ACCOUNT = "102290129340398";
  public static final String APP_SECRET = "app-secret-of-the-test";
  public static final String VERIFY_TOKEN = "verify-secret-of-the-test";
  public static final String ACCESS_TOKEN = "access-secret-of-the-test";
  private static final JsonMapper JSON = new JsonMapper();
  private final Duration strictly;

  public WhatsAppDialect() {
    this(Duration.ZERO);
  }

  /// With `strict-order`.
  public WhatsAppDialect(Duration strictly) {
    this.strictly = strictly;
  }

  static WhatsAppSettings settings(URI url, Duration timeout) {
    return settings(ACCOUNT, url, timeout);
  }

  static WhatsAppSettings settings(@Nullable String account, URI url, Duration timeout) {
    return settings(account, url, timeout, Duration.ZERO);
  }

  private static WhatsAppSettings settings(
      @Nullable String account, URI url, Duration timeout, Duration strictly) {
    return new WhatsAppSettings(
        new Line.Id("whatsapp-de"),
        PHONE,
        account,
        APP_SECRET,
        VERIFY_TOKEN,
        ACCESS_TOKEN,
        url,
        null,
        timeout,
        false,
        strictly);
  }

  @Override
  public PlatformLine line(URI platform, Duration timeout, InstantSource clock) {
    var settings = settings(ACCOUNT, platform, timeout, strictly);
    return new PlatformLine(
        new WhatsAppHook(settings, clock),
        new WhatsAppSender(settings, clock),
        new WhatsAppShelf(settings, FakeShelf.downloads(platform)));
  }

  /// A line whose account nobody told.
  public static PlatformLine withoutAccount(URI platform, InstantSource clock) {
    var one = settings(null, platform, Duration.ofSeconds(5));
    return new PlatformLine(
        new WhatsAppHook(one, clock), new WhatsAppSender(one, clock), Shelf.NONE);
  }

  @Override
  public FakePlatform platform() {
    return new FakePlatform((call, number) ->
        "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":%s,\"wa_id\":\"1\"}],\"messages\":[{\"id\":\"wamid.%d\"}]}"
            .formatted(call.path("to"), number));
  }

  @Override
  public HttpHeaders signed(byte[] body, String query) {
    return headers("X-Hub-Signature-256", "sha256=" + mac(APP_SECRET, body));
  }

  static HttpHeaders headers(String name, String... values) {
    var headers = new HttpHeaders();
    headers.put(name, List.of(values));
    return headers;
  }

  static String mac(String secret, byte[] body) {
    return HexMac.of(secret, "", body);
  }

  @Override
  public List<HttpHeaders> forged(byte[] body) {
    var name = "X-Hub-Signature-256";
    var right = mac(APP_SECRET, body);
    var changed = (right.startsWith("0") ? "1" : "0") + right.substring(1);
    return List.of(
        new HttpHeaders(),
        headers(name, ""),
        headers(name, right),
        headers(name, "sha256="),
        headers(name, "sha1=" + right),
        headers(name, "sha256=" + right.substring(2)),
        headers(name, "sha256=" + right + "00"),
        headers(name, "sha256=" + changed),
        headers(name, "sha256=" + "zz" + right.substring(2)),
        headers(name, "sha256=" + mac("of another app", body)),
        headers(name, "sha256=" + mac(VERIFY_TOKEN, body)),
        headers(name, "sha256=" + right, "sha256=" + right),
        headers("X-Hub-Signature", "sha256=" + right));
  }

  @Override
  public String wrote(int contact, int order, String text) {
    return message(
        contact,
        order,
        "\"type\":\"text\",\"text\":{\"body\":%s}".formatted(JSON.writeValueAsString(text)));
  }

  @Override
  public String sent(int contact, int order, String file, String words, URI media) {
    var image = new HashMap<String, String>(Map.of("id", file, "mime_type", "image/png"));
    if (!words.isEmpty()) image.put("caption", words);
    return message(
        contact, order, "\"type\":\"image\",\"image\":" + JSON.writeValueAsString(image));
  }

  @Override
  public Optional<String> whereabouts(URI asked, URI media) {
    var path = asked.getPath();
    return path.startsWith("/v25.0/") && ("phone_number_id=" + PHONE).equals(asked.getQuery())
        ? Optional.of(
            "{\"messaging_product\":\"whatsapp\",\"url\":\"%s/files%s\",\"mime_type\":\"image/png\"}"
                .formatted(media, path.substring(path.lastIndexOf('/'))))
        : Optional.empty();
  }

  @Override
  public Optional<String> edited(int contact, int order, int message, String text) {
    return Optional.of(message(contact, order, WhatsAppChanges.edit(message, text)));
  }

  @Override
  public Optional<String> withdrawn(int contact, int order, int message) {
    return Optional.of(message(contact, order, WhatsAppChanges.revoke(message)));
  }

  @Override
  public Optional<Gesture> writes(int contact, int order) {
    return Optional.of(WhatsAppChanges.typing(order));
  }

  @Override
  public Optional<Gesture> reads(int contact, int order) {
    return Optional.of(WhatsAppChanges.seen(order));
  }

  @Override
  public String poisoned(int order) {
    return value("\"messages\":[{\"id\":\"wamid.in.%d\",\"type\":\"text\"}]".formatted(order));
  }

  @Override
  public Optional<String> together(List<String> webhooks) {
    return Optional.of(Batches.joined("entry", webhooks));
  }

  @Override
  public String pressed(int contact, int order, JsonNode ours, int choice) {
    boolean list = ours.path("interactive").path("type").asString().equals("list");
    var option = WhatsAppCall.options(ours).get(choice);
    return message(contact, order, WhatsAppChanges.reply(list, option));
  }

  static String message(int contact, int order, String content) {
    return value(
        "\"contacts\":[{\"profile\":{\"name\":\"Sheena %1$d\"},\"wa_id\":\"1650555%1$d\"}],\"messages\":[%2$s]"
            .formatted(contact, element(contact, order, content)));
  }

  static String element(int contact, int order, String content) {
    return "{\"from\":\"1650555%d\",\"id\":\"wamid.in.%d\",\"timestamp\":\"%d\",%s}"
        .formatted(contact, order, 1_749_416_383L + order, content);
  }

  /// A message of whoever `from` names by the fields of a message.
  public static String message(String from, int order, String content) {
    return value(
        "\"messages\":[{%s,\"id\":\"wamid.in.%d\",\"timestamp\":\"%d\",%s}]"
            .formatted(from, order, 1_749_416_383L + order, content));
  }

  static String value(String content) {
    return ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"102290129340398\",\"changes\":[{\"field\":\"messages\",\"value\":"
            + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550783881\",\"phone_number_id\":\"%s\"},%s}}]}]}")
        .formatted(PHONE, content);
  }

  @Override
  public String id(int contact) {
    return "1650555" + contact;
  }

  @Override
  public String text(JsonNode call) {
    return WhatsAppCall.text(call);
  }

  @Override
  public Optional<String> enclosed(JsonNode call) {
    var type = call.path("type").asString();
    return call.path(type).path("link").asStringOpt();
  }

  @Override
  public List<String> titles(JsonNode call) {
    return WhatsAppCall.options(call).stream()
        .map(option -> option.path("title").asString())
        .toList();
  }

  @Override
  public Optional<Told> status(JsonNode call, String status) {
    return Optional.of(new Told("", status(call, status, "")));
  }

  static String status(JsonNode call, String status, String more) {
    return value(
        "\"statuses\":[{\"id\":\"wamid.1\",\"status\":\"%s\",\"timestamp\":\"1750030073\",\"recipient_id\":\"1\",\"biz_opaque_callback_data\":%s%s}]"
            .formatted(status, call.path("biz_opaque_callback_data"), more));
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
    var body =
        "{\"verified_name\":\"Lindenhof\",\"display_phone_number\":\"+49 30 5550199\",\"id\":\"1\"}";
    var says = new Reaction.Says(200, body);
    return Optional.of(
        new Known(
            "/v25.0/" + PHONE + "?fields=display_phone_number,verified_name",
            says,
            "Lindenhof · +49 30 5550199"));
  }

  @Override
  public Reaction deadCredentials() {
    return error(401, 190);
  }

  @Override
  public Reaction blocked() {
    return error(400, 131026);
  }

  @Override
  public Reaction invalid() {
    return error(400, 131009);
  }

  @Override
  public Reaction slow(int seconds) {
    return new Reaction.Says(429, error(429, 130429).body(), "" + seconds);
  }

  @Override
  public boolean slowsOneContact() {
    return false;
  }

  public static Reaction.Says error(int status, int code) {
    var body =
        "{\"error\":{\"message\":\"(#%1$d) what\",\"type\":\"OAuthException\",\"code\":%1$d,\"fbtrace_id\":\"x\"}}"
            .formatted(code);
    return new Reaction.Says(status, body);
  }
}
