package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.channel.platform.Gestures.Gesture;
import io.direktdraht.channel.platform.Gestures.Newest;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Sends by `sendMessage`, as plain text: nothing that people or models wrote is ever parsed; files
/// by `sendPhoto`, `sendDocument` and the like.
public final class TelegramSender implements Sender {
  /// Before the number of the message whose button was pressed, in the key of a press.
  static final String PRESSED = "callback:";

  private static final Limit TEXT = Limit.characters(4096);
  static final Capabilities CAPABILITIES =
      new Capabilities(
              TEXT, List.of(new Menu(Menu.Kind.BUTTONS, 100, TEXT, Limit.bytes(64), TEXT)), null)
          .enclosing(
              // by address Telegram takes less than by upload
              Enclosure.of(Enclosure.Kind.PICTURE, 5, "image/jpeg", "image/png"),
              Enclosure.of(Enclosure.Kind.VIDEO, 20, "video/mp4"),
              Enclosure.of(Enclosure.Kind.AUDIO, 20, "audio/mpeg", "audio/mp4"),
              Enclosure.of(Enclosure.Kind.DOCUMENT, 20, "application/pdf", "image/gif"));

  private final TelegramSettings settings;
  private final InstantSource clock;
  private final Calls calls;

  public TelegramSender(TelegramSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
  }

  @Override
  public Line.Id line() {
    return settings.line();
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  /// <https://core.telegram.org/bots/api#getme>
  @Override
  public Optional<DeliveryResult> check() throws InterruptedException {
    return Optional.of(calls.get(settings.method("getMe"), Map.of(), this::known));
  }

  private DeliveryResult known(Calls.Reply reply) {
    var bot = reply.body().path("result");
    return reply.body().path("ok").asBoolean(false)
        ? reply.known(bot.path("first_name"), bot.path("username"))
        : result(reply);
  }

  /// <https://core.telegram.org/bots/api#sendchataction>, and #editmessagereplymarkup for buttons.
  /// Telegram knows no reading of bots.
  @Override
  public Optional<Gestures> gestures() {
    var known = Set.of(Gesture.WRITES, Gesture.PRESSED);
    return Optional.of(new Gestures(known, Duration.ofSeconds(5), this::show));
  }

  /// What was typed has no buttons below it.
  private DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    if (gesture == Gesture.PRESSED && !to.key().startsWith(PRESSED))
      return new DeliveryResult.Accepted("");
    var body = new LinkedHashMap<String, Object>();
    body.put("chat_id", Long.parseLong(to.contact()));
    return switch (gesture) {
      case WRITES -> {
        body.put("action", "typing");
        yield show("sendChatAction", body);
      }
      case PRESSED -> {
        body.put("message_id", Long.parseLong(to.key().split(":", 3)[1]));
        body.put("reply_markup", Map.of("inline_keyboard", List.of()));
        yield show("editMessageReplyMarkup", body);
      }
      case READ -> throw new IllegalArgumentException("Telegram shows nothing as read");
    };
  }

  private DeliveryResult show(String method, Map<String, Object> body) throws InterruptedException {
    return calls.post(
        settings.method(method), Map.of(), Calls.Payload.json(body), TelegramSender::shown);
  }

  private static DeliveryResult shown(Calls.Reply reply) {
    return reply.body().path("ok").asBoolean(false) ? reply.known() : reply.byStatus();
  }

  @Override
  public DeliveryResult send(Bubble bubble) throws InterruptedException {
    var enclosed = bubble.part().enclosure();
    var method = enclosed == null ? "sendMessage" : method(enclosed.kind());
    return calls.post(
        settings.method(method), Map.of(), Calls.Payload.json(body(bubble)), this::result);
  }

  private DeliveryResult result(Calls.Reply reply) {
    var id = reply.body().path("result").path("message_id").asString("");
    if (reply.status() == 200 && reply.body().path("ok").asBoolean(false) && !id.isEmpty())
      return new DeliveryResult.Accepted(id);
    var text = reply.body().path("description").asString("");
    if (text.isEmpty()) return reply.byStatus();
    var said = "Telegram " + reply.status() + ": " + text;
    return switch (reply.status()) {
      case 401, 404 -> new DeliveryResult.Unauthorized(said);
      case 403 -> new DeliveryResult.Unreachable(said);
      case 400 ->
          text.contains("chat not found")
              ? new DeliveryResult.Unreachable(said)
              : new DeliveryResult.Invalid(said);
      // Every sendMessage is for one chat: only this one has to wait.
      case 429 -> {
        long seconds = reply.body().path("parameters").path("retry_after").asLong(0);
        var hint = clock.instant().plusSeconds(Math.clamp(seconds, 0, 86_400));
        yield new DeliveryResult.Retry(hint.isAfter(reply.hint()) ? hint : reply.hint(), said);
      }
      default -> reply.byStatus();
    };
  }

  private static Map<String, Object> body(Bubble bubble) {
    var body = new LinkedHashMap<String, Object>();
    body.put("chat_id", Long.parseLong(bubble.recipient()));
    var enclosed = bubble.part().enclosure();
    if (enclosed == null) {
      body.put("text", bubble.part().text());
      body.put("link_preview_options", Map.of("is_disabled", true));
    } else body.put(field(enclosed.kind()), enclosed.file().url());
    if (!bubble.part().choices().isEmpty()) {
      var rows = bubble.part().choices().stream().map(TelegramSender::row).toList();
      body.put("reply_markup", Map.of("inline_keyboard", rows));
    }
    return body;
  }

  private static String method(Enclosure.Kind kind) {
    return switch (kind) {
      case PICTURE -> "sendPhoto";
      case VIDEO -> "sendVideo";
      case AUDIO -> "sendAudio";
      case DOCUMENT -> "sendDocument";
    };
  }

  private static String field(Enclosure.Kind kind) {
    return switch (kind) {
      case PICTURE -> "photo";
      case VIDEO -> "video";
      case AUDIO -> "audio";
      case DOCUMENT -> "document";
    };
  }

  private static List<Map<String, String>> row(Choice choice) {
    return List.of(Map.of("text", choice.title(), "callback_data", choice.payload()));
  }
}
