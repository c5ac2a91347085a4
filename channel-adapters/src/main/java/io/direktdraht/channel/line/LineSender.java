package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.channel.platform.Gestures.Gesture;
import io.direktdraht.channel.platform.Gestures.Newest;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Content.Choice;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Sends by `push`, never by `reply`: only a push has a retry key, under which LINE takes a message
/// once however often it comes.
public final class LineSender implements Sender {
  private static final Limit TEXT = Limit.characters(5000);

  /// Quick replies; a title is part of its button's data.
  static final Capabilities CAPABILITIES =
      new Capabilities(
              TEXT,
              List.of(
                  new Menu(
                      Menu.Kind.BUTTONS,
                      13,
                      Limit.characters(Postback.LONGEST_TITLE),
                      Limit.characters(Postback.LONGEST - Postback.LONGEST_TITLE - 1),
                      TEXT)),
              null)
          .enclosing(
              // the picture is its own preview, of which LINE takes 1 MB
              Enclosure.of(Enclosure.Kind.PICTURE, 1, "image/jpeg", "image/png"));

  private static final Duration SHOWN = Duration.ofSeconds(20);
  private final LineSettings settings;
  private final Calls calls;

  public LineSender(LineSettings settings, InstantSource clock) {
    this.settings = settings;
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

  @Override
  public boolean repeatable() {
    return true;
  }

  /// <https://developers.line.biz/en/reference/messaging-api/#get-bot-info>
  @Override
  public Optional<DeliveryResult> check() throws InterruptedException {
    var bearer = Map.of("Authorization", "Bearer " + settings.token());
    return Optional.of(
        calls.get(
            settings.bot(),
            bearer,
            reply -> reply.known(reply.body().path("displayName"), reply.body().path("basicId"))));
  }

  /// <https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator>, and
  /// `markAsRead`, which takes a token of the message: what it marks is all until then.
  @Override
  public Optional<Gestures> gestures() {
    return Optional.of(new Gestures(Set.of(Gesture.WRITES, Gesture.READ), SHOWN, this::show));
  }

  private DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    return switch (gesture) {
      case WRITES ->
          show(
              settings.loading(),
              Map.of("chatId", to.contact(), "loadingSeconds", SHOWN.toSeconds()));
      case READ ->
          to.echo() == null
              ? new DeliveryResult.Invalid("no token to mark it by")
              : show(settings.read(), Map.of("markAsReadToken", to.echo()));
      case PRESSED -> throw new IllegalArgumentException("quick replies go by themselves");
    };
  }

  private DeliveryResult show(URI at, Map<String, Object> body) throws InterruptedException {
    return calls.post(
        at, "Bearer " + settings.token(), Calls.Payload.json(body), LineSender::shown);
  }

  private static DeliveryResult shown(Calls.Reply reply) {
    return reply.status() == 200 || reply.status() == 202
        ? new DeliveryResult.Accepted("")
        : reply.byStatus();
  }

  @Override
  public DeliveryResult send(Bubble bubble) throws InterruptedException {
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + settings.token(),
            "X-Line-Retry-Key",
            retryKey(bubble.reference()).toString());
    return calls.post(settings.push(), headers, Calls.Payload.json(body(bubble)), this::result);
  }

  /// The same for every attempt: LINE wants a UUID.
  static UUID retryKey(Reference reference) {
    return UUID.nameUUIDFromBytes(reference.text().getBytes(StandardCharsets.UTF_8));
  }

  private DeliveryResult result(Calls.Reply reply) {
    var id = reply.body().path("sentMessages").path(0).path("id").asString("");
    int status = reply.status();
    if (status == 409) return new DeliveryResult.Accepted(id); // the key was accepted before
    if (status == 200 && !id.isEmpty()) return new DeliveryResult.Accepted(id);
    var text = reply.body().path("message").asString("");
    var said = "LINE " + status + ": " + text.substring(0, Math.min(200, text.length()));
    return switch (status) {
      case 404 -> new DeliveryResult.Unreachable(said);
      case 400 -> refused(reply, said);
      // The month's quota is used up: a person must act.
      case 429 ->
          text.contains("monthly limit")
              ? new DeliveryResult.Unauthorized(said)
              : new DeliveryResult.Slowed(reply.hint(), said);
      default -> reply.byStatus();
    };
  }

  private static DeliveryResult refused(Calls.Reply reply, String said) {
    boolean nobody =
        reply.body().path("message").asString("").contains("'to'")
            || reply
                .body()
                .path("details")
                .valueStream()
                .anyMatch(detail -> detail.path("property").asString("").equals("to"));
    return nobody ? new DeliveryResult.Unreachable(said) : new DeliveryResult.Invalid(said);
  }

  private static Map<String, Object> body(Bubble bubble) {
    var message = new LinkedHashMap<String, Object>();
    var enclosed = bubble.part().enclosure();
    if (enclosed == null) {
      message.put("type", "text");
      message.put("text", bubble.part().text());
    } else {
      message.put("type", "image");
      message.put("originalContentUrl", enclosed.file().url());
      message.put("previewImageUrl", enclosed.file().url());
    }
    if (!bubble.part().choices().isEmpty()) {
      var items = bubble.part().choices().stream().map(LineSender::item).toList();
      message.put("quickReply", Map.of("items", items));
    }
    return Map.of("to", bubble.recipient(), "messages", List.of(message));
  }

  private static Map<String, Object> item(Choice choice) {
    var action =
        Map.of(
            "type", "postback",
            "label", choice.title(),
            "data", Postback.of(choice),
            "displayText", choice.title());
    return Map.of("type", "action", "action", action);
  }
}
