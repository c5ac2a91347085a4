package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.channel.platform.Gestures.Gesture;
import io.direktdraht.channel.platform.Gestures.Newest;
import io.direktdraht.channel.platform.Retaking;
import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Part;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Sends by `POST /{version}/{page}/messages`, as an answer within the window, or as a person's
/// after it.
public final class MessengerSender implements Retaking {
  private final MessengerSettings settings;
  private final Network network;
  private final Calls calls;

  public MessengerSender(MessengerSettings settings, Network network, InstantSource clock) {
    this.settings = settings;
    this.network = network;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
  }

  @Override
  public Line.Id line() {
    return settings.line();
  }

  @Override
  public Capabilities capabilities() {
    return network.capabilities(settings.humanAgent());
  }

  @Override
  public Optional<DeliveryResult> check() throws InterruptedException {
    var bearer = Map.of("Authorization", "Bearer " + settings.accessToken());
    return Optional.of(calls.get(settings.page(), bearer, this::known));
  }

  private DeliveryResult known(Calls.Reply reply) {
    return reply.body().path("error").isObject()
        ? result(reply)
        : reply.known(reply.body().path("name"));
  }

  /// The sender actions of both networks:
  /// <https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions/>.
  @Override
  public Optional<Gestures> gestures() {
    return Optional.of(
        new Gestures(Set.of(Gesture.WRITES, Gesture.READ), Duration.ofSeconds(20), this::show));
  }

  private DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    var action =
        switch (gesture) {
          case WRITES -> "typing_on";
          case READ -> "mark_seen";
          case PRESSED -> throw new IllegalArgumentException("quick replies go by themselves");
        };
    var body =
        Map.<String, Object>of("recipient", Map.of("id", to.contact()), "sender_action", action);
    var bearer = "Bearer " + settings.accessToken();
    return calls.post(
        settings.messages(), bearer, Calls.Payload.json(body), MessengerSender::shown);
  }

  private static DeliveryResult shown(Calls.Reply reply) {
    return reply.body().path("recipient_id").isString() ? reply.known() : reply.byStatus();
  }

  /// Meta's conversation control:
  /// <https://developers.facebook.com/docs/messenger-platform/handover-protocol/conversation-control/>
  @Override
  public DeliveryResult retake(String contact) throws InterruptedException {
    var body = Map.<String, Object>of("recipient", Map.of("id", contact));
    var bearer = "Bearer " + settings.accessToken();
    return calls.post(
        settings.taking(), bearer, Calls.Payload.json(body), MessengerSender::retaken);
  }

  private static DeliveryResult retaken(Calls.Reply reply) {
    var error = reply.body().path("error");
    if (error.isObject()) return MessengerErrors.result(error, reply.hint());
    return reply.status() == 200 && reply.body().path("success").asBoolean(false)
        ? reply.known()
        : reply.byStatus();
  }

  @Override
  public DeliveryResult send(Bubble bubble) throws InterruptedException {
    var body = new LinkedHashMap<String, Object>();
    body.put("recipient", Map.of("id", bubble.recipient()));
    body.put("messaging_type", bubble.moment().late() ? "MESSAGE_TAG" : "RESPONSE");
    if (bubble.moment().late()) body.put("tag", "HUMAN_AGENT");
    body.put("message", message(bubble));
    var bearer = "Bearer " + settings.accessToken();
    return calls.post(settings.messages(), bearer, Calls.Payload.json(body), this::result);
  }

  private DeliveryResult result(Calls.Reply reply) {
    var error = reply.body().path("error");
    if (error.isObject()) return MessengerErrors.result(error, reply.hint());
    var id = reply.body().path("message_id").asString("");
    return reply.status() == 200 && !id.isEmpty()
        ? new DeliveryResult.Accepted(id)
        : reply.byStatus();
  }

  /// The metadata comes back in the echo, so that it is known for ours.
  private static Map<String, Object> message(Bubble bubble) {
    var message = new LinkedHashMap<String, Object>();
    var enclosed = bubble.part().enclosure();
    if (enclosed == null) message.put("text", bubble.part().text());
    else message.put("attachment", attachment(enclosed));
    message.put("metadata", bubble.reference().text());
    if (!bubble.part().choices().isEmpty())
      message.put(
          "quick_replies",
          bubble.part().choices().stream()
              .map(choice ->
                  Map.of(
                      "content_type", "text", "title", choice.title(), "payload", choice.payload()))
              .toList());
    return message;
  }

  private static Map<String, Object> attachment(Part.Enclosed enclosed) {
    var type =
        switch (enclosed.kind()) {
          case PICTURE -> "image";
          case VIDEO -> "video";
          case AUDIO -> "audio";
          case DOCUMENT -> "file";
        };
    return Map.of("type", type, "payload", Map.of("url", enclosed.file().url()));
  }
}
