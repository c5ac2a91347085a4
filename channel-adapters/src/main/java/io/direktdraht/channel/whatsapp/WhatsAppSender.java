package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.channel.platform.Gestures.Gesture;
import io.direktdraht.channel.platform.Gestures.Newest;
import io.direktdraht.channel.platform.Templated;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import io.direktdraht.channel.render.Part;
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

/// Sends by `POST /{version}/{phone number}/messages`.
public final class WhatsAppSender implements Templated {
  static final Capabilities CAPABILITIES =
      new Capabilities(
              Limit.characters(4096),
              List.of(
                  new Menu(
                      Menu.Kind.BUTTONS,
                      3,
                      Limit.characters(20),
                      Limit.characters(256),
                      Limit.characters(1024)),
                  new Menu(
                      Menu.Kind.LIST,
                      10,
                      Limit.characters(24),
                      Limit.characters(200),
                      Limit.characters(4096))),
              Duration.ofHours(24))
          .enclosing(
              Enclosure.of(Enclosure.Kind.PICTURE, 5, "image/jpeg", "image/png"),
              Enclosure.of(Enclosure.Kind.VIDEO, 16, "video/mp4"),
              Enclosure.of(
                  Enclosure.Kind.AUDIO, 16, "audio/mpeg", "audio/mp4", "audio/amr", "audio/ogg"),
              Enclosure.of(Enclosure.Kind.DOCUMENT, 100, "application/pdf", "text/plain"));

  private final WhatsAppSettings settings;
  private final InstantSource clock;
  private final Calls calls;
  private final WhatsAppTemplates templates;

  public WhatsAppSender(WhatsAppSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
    this.templates = new WhatsAppTemplates(settings, clock);
  }

  @Override
  public Optional<String> lacks() {
    return settings.wabaId() == null ? Optional.of("waba-id") : Optional.empty();
  }

  @Override
  public Told templates() throws InterruptedException {
    return templates.all();
  }

  @Override
  public Line.Id line() {
    return settings.line();
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  /// Fields of the phone number:
  /// <https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account-to-number-current-status/>.
  @Override
  public Optional<DeliveryResult> check() throws InterruptedException {
    var bearer = Map.of("Authorization", "Bearer " + settings.accessToken());
    return Optional.of(calls.get(settings.number(), bearer, this::known));
  }

  private DeliveryResult known(Calls.Reply reply) {
    var body = reply.body();
    return body.path("error").isObject()
        ? result(reply)
        : reply.known(body.path("verified_name"), body.path("display_phone_number"));
  }

  /// Meta keeps no order between two calls, but for who waits for `delivered`.
  @Override
  public Duration patience() {
    return Objects.requireNonNull(settings.strictOrder());
  }

  /// A number, where there is one: sending to a user id is the younger way.
  @Override
  public String recipient(List<String> ids) {
    return ids.stream()
        .filter(WhatsAppSender::number)
        .reduce((_, last) -> last)
        .orElseGet(ids::getLast);
  }

  static boolean number(String id) {
    return id.matches("\\d+");
  }

  /// Both are said about a message of the contact's; what shows that somebody writes shows that it
  /// was read: <https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators/>.
  @Override
  public Optional<Gestures> gestures() {
    return Optional.of(
        new Gestures(Set.of(Gesture.WRITES, Gesture.READ), Duration.ofSeconds(25), this::show));
  }

  private DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    var body = new LinkedHashMap<String, Object>();
    body.put("messaging_product", "whatsapp");
    body.put("status", "read");
    body.put("message_id", to.key());
    if (gesture == Gesture.WRITES) body.put("typing_indicator", Map.of("type", "text"));
    var bearer = "Bearer " + settings.accessToken();
    return calls.post(settings.messages(), bearer, Calls.Payload.json(body), WhatsAppSender::shown);
  }

  private static DeliveryResult shown(Calls.Reply reply) {
    return reply.body().path("success").asBoolean(false) ? reply.known() : reply.byStatus();
  }

  @Override
  public DeliveryResult send(Bubble bubble) throws InterruptedException {
    var bearer = "Bearer " + settings.accessToken();
    return calls.post(settings.messages(), bearer, Calls.Payload.json(body(bubble)), this::result);
  }

  private DeliveryResult result(Calls.Reply reply) {
    var error = reply.body().path("error");
    if (error.isObject()) return WhatsAppErrors.result(error, clock.instant(), reply.hint());
    var id = reply.body().path("messages").path(0).path("id").asString("");
    return reply.status() == 200 && !id.isEmpty()
        ? new DeliveryResult.Accepted(id)
        : reply.byStatus();
  }

  private static Map<String, Object> body(Bubble bubble) {
    var body = new LinkedHashMap<String, Object>();
    body.put("messaging_product", "whatsapp");
    body.put("recipient_type", "individual");
    // Without + the business's own country code is put before; who has no number has an id.
    if (number(bubble.recipient())) body.put("to", "+" + bubble.recipient());
    else body.put("recipient", bubble.recipient());
    body.put("biz_opaque_callback_data", bubble.reference().text());
    var part = bubble.part();
    var menu = part.menu();
    var enclosed = part.enclosure();
    var filled = part.filled();
    if (filled != null) {
      body.put("type", "template");
      body.put("template", WhatsAppFilled.template(filled, enclosed));
    } else if (enclosed != null) {
      var type = type(enclosed.kind());
      body.put("type", type);
      body.put(type, media(enclosed));
    } else if (menu == null) {
      body.put("type", "text");
      body.put("text", Map.of("preview_url", false, "body", part.text()));
    } else {
      body.put("type", "interactive");
      body.put("interactive", interactive(part, menu));
    }
    return body;
  }

  static String type(Enclosure.Kind kind) {
    return switch (kind) {
      case PICTURE -> "image";
      case VIDEO -> "video";
      case AUDIO -> "audio";
      case DOCUMENT -> "document";
    };
  }

  static Map<String, Object> media(Part.Enclosed enclosed) {
    var link = enclosed.file().url();
    return enclosed.kind() == Enclosure.Kind.DOCUMENT
        ? Map.of("link", link, "filename", enclosed.file().name())
        : Map.of("link", link);
  }

  private static Map<String, Object> interactive(Part part, Menu.Kind menu) {
    var text = Map.of("text", part.text());
    return switch (menu) {
      case BUTTONS -> {
        var buttons =
            part.choices().stream()
                .map(choice -> Map.of("type", "reply", "reply", option(choice)))
                .toList();
        yield Map.of("type", "button", "body", text, "action", Map.of("buttons", buttons));
      }
      case LIST -> {
        var rows = part.choices().stream().map(WhatsAppSender::option).toList();
        var sections = List.of(Map.of("rows", rows));
        yield Map.of(
            "type", "list", "body", text, "action", Map.of("button", "☰", "sections", sections));
      }
    };
  }

  private static Map<String, Object> option(Choice choice) {
    return Map.of("id", choice.payload(), "title", choice.title());
  }
}
