package io.direktdraht.server.phone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.direktdraht.server.phone.Bubble.Choice;
import io.direktdraht.server.phone.Bubble.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// WhatsApp, Telegram and Twilio on this machine alone: they take what our senders send, put it on
/// the phone, say that it was delivered, and hand out the pictures that the phone sent.
final class PlayedPlatforms implements AutoCloseable {
  private static final int LONGEST = 256 * 1024;
  private final Phones phones = new Phones();
  private final JsonMapper json = new JsonMapper();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final PhoneLines lines;
  private final Webhooks webhooks;

  /// `port` is where the phone's page is.
  PlayedPlatforms(int port, InstantSource clock) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    lines = PhoneLines.at(url, port);
    webhooks = new Webhooks(lines, url, clock);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  PhoneLines lines() {
    return lines;
  }

  Phones phones() {
    return phones;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (!known(exchange, path)) exchange.sendResponseHeaders(401, -1);
      else if (exchange.getRequestMethod().equals("POST")) take(exchange, path);
      else hand(exchange, path);
    }
  }

  /// By the token in the header, or in Telegram's case in the path.
  private boolean known(HttpExchange exchange, String path) {
    var shown = exchange.getRequestHeaders().getFirst("Authorization");
    return path.contains("/bot" + lines.telegram().token() + "/")
        || ("Bearer " + lines.whatsapp().accessToken()).equals(shown)
        || (shown != null && shown.startsWith("Basic ") && shown.equals(lines.basic()));
  }

  private void take(HttpExchange exchange, String path) throws IOException {
    var body = new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
    if (path.endsWith("/sendMessage")) {
      var message = json.readTree(body);
      var phone = message.path("chat_id").asString("");
      var shown = show(Messenger.TELEGRAM, phone, telegram(message));
      say(exchange, Map.of("ok", true, "result", Map.of("message_id", shown.number())));
    } else if (path.contains("/bot")) { // gestures, which the phone does not show
      say(exchange, Map.of("ok", true, "result", true));
    } else if (path.endsWith("/Messages.json")) {
      var fields = form(body);
      var query = URI.create(fields.getOrDefault("StatusCallback", "")).getRawQuery();
      var bubble =
          Bubble.shops(fields.getOrDefault("Body", ""), List.of(), "", String.valueOf(query));
      var shown = show(Messenger.SMS, last(fields.getOrDefault("To", "")), bubble);
      say(exchange, Map.of("sid", "SM" + shown.number(), "status", "queued"));
    } else {
      var message = json.readTree(body);
      if (message.has("status")) { // a gesture too
        say(exchange, Map.of("success", true));
        return;
      }
      var shown =
          show(Messenger.WHATSAPP, last(message.path("to").asString("")), whatsapp(message));
      say(exchange, Map.of("messages", List.of(Map.of("id", "wamid." + shown.number()))));
    }
  }

  private Bubble show(Messenger messenger, String phone, Bubble bubble) {
    var shown = phones.add(messenger, phone, bubble);
    if (messenger != Messenger.TELEGRAM)
      threads.execute(() -> reached(messenger, phone, shown, Status.DELIVERED));
    return shown;
  }

  /// Tells the shop, and then shows it.
  void reached(Messenger messenger, String phone, Bubble bubble, Status status) {
    var word = status == Status.READ ? "read" : "delivered";
    if (webhooks.status(messenger, phone, bubble.reference(), word))
      phones.change(messenger, phone, bubble.number(), one -> one.reached(status));
  }

  private static Bubble whatsapp(JsonNode message) {
    var reference = message.path("biz_opaque_callback_data").asString("");
    var interactive = message.path("interactive");
    var template = message.path("template");
    if (template.isObject())
      return Bubble.shops(PlayedTemplates.shown(template), List.of(), "", reference);
    if (!interactive.isObject())
      return Bubble.shops(message.path("text").path("body").asString(""), List.of(), "", reference);
    var action = interactive.path("action");
    var choices =
        StreamSupport.stream(
                (action.has("buttons")
                        ? action.path("buttons")
                        : action.path("sections").path(0).path("rows"))
                    .spliterator(),
                false)
            .map(one -> one.has("reply") ? one.path("reply") : one)
            .map(one -> new Choice(one.path("title").asString(""), one.path("id").asString("")))
            .toList();
    return Bubble.shops(
        interactive.path("body").path("text").asString(""),
        choices,
        action.has("buttons") ? "buttons" : "list",
        reference);
  }

  private static Bubble telegram(JsonNode message) {
    var choices =
        message
            .path("reply_markup")
            .path("inline_keyboard")
            .valueStream()
            .flatMap(JsonNode::valueStream)
            .map(one ->
                new Choice(one.path("text").asString(""), one.path("callback_data").asString("")))
            .toList();
    return Bubble.shops(message.path("text").asString(""), choices, "buttons", "");
  }

  /// Where a picture is, or the picture.
  private void hand(HttpExchange exchange, String path) throws IOException {
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (path.endsWith("/message_templates")) say(exchange, PlayedTemplates.list());
    else if (path.endsWith("/subscribed_apps")) say(exchange, Map.of("data", List.of(Map.of())));
    else if (path.endsWith("/getFile")) {
      var file = form(exchange.getRequestURI().getRawQuery()).getOrDefault("file_id", "");
      say(exchange, Map.of("ok", true, "result", Map.of("file_path", "photos/" + file)));
    } else if (path.startsWith("/media/") || path.startsWith("/file/")) {
      var bytes = phones.picture(name);
      exchange.sendResponseHeaders(
          bytes.isPresent() ? 200 : 404, bytes.map(all -> (long) all.length).orElse(-1L));
      if (bytes.isPresent()) exchange.getResponseBody().write(bytes.get());
    } else if (path.endsWith("/Messages.json")) {
      say(exchange, Map.of("messages", List.of())); // it loses nothing, so nobody need look
    } else say(exchange, Map.of("url", lines.whatsapp().url() + "/media/" + name));
  }

  private void say(HttpExchange exchange, Map<String, Object> answer) throws IOException {
    var bytes = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(sides -> sides.length == 2)
        .collect(
            Collectors.toMap(
                sides -> sides[0],
                sides -> URLDecoder.decode(sides[1], StandardCharsets.UTF_8),
                (first, _) -> first));
  }

  /// Without its country.
  private static String last(String number) {
    return number.substring(Math.max(0, number.length() - 10));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
