package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Telegram as its Bot API documents it.
public final class TelegramDialect implements MediaDialect {
  public static final String TOKEN = "123456:token-secret-of-the-test";
  public static final String SECRET = "webhook-secret-of-the-test";
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final JsonMapper JSON = new JsonMapper();

  static TelegramSettings settings(URI url, Duration timeout) {
    return new TelegramSettings(new Line.Id("telegram"), TOKEN, SECRET, null, url, timeout);
  }

  @Override
  public PlatformLine line(URI platform, Duration timeout, InstantSource clock) {
    var settings = settings(platform, timeout);
    return new PlatformLine(
        new TelegramHook(settings),
        new TelegramSender(settings, clock),
        new TelegramShelf(settings, FakeShelf.downloads(platform)));
  }

  @Override
  public FakePlatform platform() {
    return new FakePlatform((call, number) ->
        "{\"ok\":true,\"result\":{\"message_id\":%d,\"chat\":{\"id\":%s}}}"
            .formatted(number, call.path("chat_id")))
        .refusing(TelegramDialect::edits);
  }

  /// What removes buttons is no message.
  private static Optional<Reaction> edits(JsonNode call) {
    return call.has("message_id")
        ? Optional.of(new Reaction.Says(200, "{\"ok\":true,\"result\":true}"))
        : Optional.empty();
  }

  @Override
  public HttpHeaders signed(byte[] body, String query) {
    return headers(SECRET);
  }

  private static HttpHeaders headers(String... values) {
    var headers = new HttpHeaders();
    headers.put(HEADER, List.of(values));
    return headers;
  }

  @Override
  public List<HttpHeaders> forged(byte[] body) {
    return List.of(
        new HttpHeaders(),
        headers(""),
        headers(SECRET.substring(1)),
        headers(SECRET + "x"),
        headers(SECRET.toUpperCase(java.util.Locale.ROOT)),
        headers(TOKEN),
        headers(SECRET, SECRET));
  }

  @Override
  public String wrote(int contact, int order, String text) {
    return message(contact, order, "\"text\":" + JSON.writeValueAsString(text));
  }

  static String message(int contact, int order, String content) {
    return update(
        order,
        "\"message\":{\"message_id\":%d,%s,%s,\"date\":1749416383,%s}"
            .formatted(order, from(contact), chat(contact), content));
  }

  static String update(int order, String content) {
    return "{\"update_id\":%d,%s}".formatted(10_000 + order, content);
  }

  static String from(int contact) {
    return "\"from\":{\"id\":%d,\"is_bot\":false,\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"language_code\":\"de-DE\"}"
        .formatted(1000 + contact);
  }

  static String chat(int contact) {
    return "\"chat\":{\"id\":%d,\"type\":\"private\",\"first_name\":\"Ann\"}"
        .formatted(1000 + contact);
  }

  @Override
  public String sent(int contact, int order, String file, String words, URI media) {
    var caption = words.isEmpty() ? "" : "\"caption\":" + JSON.writeValueAsString(words) + ",";
    return message(
        contact,
        order,
        "%s\"photo\":[{\"file_id\":\"small\",\"width\":90},{\"file_id\":\"%s\",\"width\":1280}]"
            .formatted(caption, file));
  }

  @Override
  public Optional<String> whereabouts(URI asked, URI media) {
    return asked.getPath().equals("/bot" + TOKEN + "/getFile")
        ? Optional.of(
            "{\"ok\":true,\"result\":{\"file_path\":\"photos/%s\"}}"
                .formatted(asked.getQuery().replace("file_id=", "")))
        : Optional.empty();
  }

  @Override
  public Optional<String> edited(int contact, int order, int message, String text) {
    return Optional.of(
        update(
            order,
            "\"edited_message\":{\"message_id\":%d,%s,%s,\"date\":1749416383,\"text\":%s}"
                .formatted(message, from(contact), chat(contact), JSON.writeValueAsString(text))));
  }

  @Override
  public Optional<Gesture> writes(int contact, int order) {
    var body = "{\"chat_id\":%s,\"action\":\"typing\"}".formatted(id(contact));
    var says = new Reaction.Says(200, "{\"ok\":true,\"result\":true}");
    return Optional.of(new Gesture("/bot" + TOKEN + "/sendChatAction", body, says));
  }

  @Override
  public Optional<String> reach(int contact, int order, boolean reachable) {
    return Optional.of(
        update(
            100 * contact + order,
            "\"my_chat_member\":{%s,\"date\":1749416383,\"new_chat_member\":{\"status\":\"%s\"}}"
                .formatted(chat(contact), reachable ? "member" : "kicked")));
  }

  @Override
  public String poisoned(int order) {
    return update(order, "\"message\":{\"text\":\"x\",\"chat\":{\"type\":\"private\"}}");
  }

  @Override
  public String pressed(int contact, int order, JsonNode ours, int choice) {
    var markup = ours.path("reply_markup");
    var data = buttons(ours).get(choice).path("callback_data");
    return update(
        order,
        "\"callback_query\":{\"id\":\"q%d\",%s,\"chat_instance\":\"-3\",\"message\":{\"message_id\":1,%s,\"date\":1,\"text\":\"?\",\"reply_markup\":%s},\"data\":%s}"
            .formatted(order, from(contact), chat(contact), markup, data));
  }

  @Override
  public String id(int contact) {
    return "" + (1000 + contact);
  }

  @Override
  public String text(JsonNode call) {
    return call.path("text").asString();
  }

  @Override
  public Optional<String> enclosed(JsonNode call) {
    return java.util.stream.Stream.of("photo", "document")
        .flatMap(field -> call.path(field).asStringOpt().stream())
        .findFirst();
  }

  @Override
  public List<String> titles(JsonNode call) {
    return buttons(call).stream().map(button -> button.path("text").asString()).toList();
  }

  private static List<JsonNode> buttons(JsonNode call) {
    var buttons = new ArrayList<JsonNode>();
    for (var row : call.path("reply_markup").path("inline_keyboard"))
      for (var button : row) buttons.add(button);
    return buttons;
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
        new Reaction.Says(
            200,
            "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"Lindenhof\",\"username\":\"lindenhof_bot\"}}");
    return Optional.of(new Known("/bot" + TOKEN + "/getMe", says, "Lindenhof · lindenhof_bot"));
  }

  @Override
  public Reaction deadCredentials() {
    return error(401, "Unauthorized", "");
  }

  @Override
  public Reaction blocked() {
    return error(403, "Forbidden: bot was blocked by the user", "");
  }

  @Override
  public Reaction invalid() {
    return error(400, "Bad Request: message is too long", "");
  }

  @Override
  public Reaction slow(int seconds) {
    return error(
        429,
        "Too Many Requests: retry after " + seconds,
        ",\"parameters\":{\"retry_after\":" + seconds + "}");
  }

  @Override
  public boolean slowsOneContact() {
    return true;
  }

  static Reaction error(int status, String description, String more) {
    return new Reaction.Says(
        status,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
            .formatted(status, description, more));
  }
}
