package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Both are said about a message of the contact's; what shows that somebody writes shows that it
/// was read: <https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators/>.
final class WhatsAppGestures implements Gestures {
  private final WhatsAppSettings settings;
  private final Calls calls;

  WhatsAppGestures(WhatsAppSettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  @Override
  public Set<Gesture> known() {
    return Set.of(Gesture.values());
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(25);
  }

  @Override
  public DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    var body = new LinkedHashMap<String, Object>();
    body.put("messaging_product", "whatsapp");
    body.put("status", "read");
    body.put("message_id", to.key());
    if (gesture == Gesture.WRITES) body.put("typing_indicator", Map.of("type", "text"));
    var bearer = "Bearer " + settings.accessToken();
    return calls.post(
        settings.messages(), bearer, Calls.Payload.json(body), WhatsAppGestures::taken);
  }

  private static DeliveryResult taken(Calls.Reply reply) {
    return reply.body().path("success").asBoolean(false) ? reply.known() : reply.byStatus();
  }
}
