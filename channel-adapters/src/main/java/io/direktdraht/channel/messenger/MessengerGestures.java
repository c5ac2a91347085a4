package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// The sender actions of both networks:
/// <https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions/>.
final class MessengerGestures implements Gestures {
  private final MessengerSettings settings;
  private final Calls calls;

  MessengerGestures(MessengerSettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  @Override
  public Set<Gesture> known() {
    return Set.of(Gesture.values());
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(20);
  }

  @Override
  public DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    var action =
        switch (gesture) {
          case WRITES -> "typing_on";
          case READ -> "mark_seen";
        };
    var body =
        Map.<String, Object>of("recipient", Map.of("id", to.contact()), "sender_action", action);
    var bearer = "Bearer " + settings.accessToken();
    return calls.post(
        settings.messages(), bearer, Calls.Payload.json(body), MessengerGestures::taken);
  }

  private static DeliveryResult taken(Calls.Reply reply) {
    return reply.body().path("recipient_id").isString() ? reply.known() : reply.byStatus();
  }
}
