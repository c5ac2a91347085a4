package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// <https://core.telegram.org/bots/api#sendchataction>. Telegram knows no reading of bots.
final class TelegramGestures implements Gestures {
  private final TelegramSettings settings;
  private final Calls calls;

  TelegramGestures(TelegramSettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  @Override
  public Set<Gesture> known() {
    return Set.of(Gesture.WRITES);
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(5);
  }

  @Override
  public DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    var body = Map.<String, Object>of("chat_id", Long.parseLong(to.contact()), "action", "typing");
    return calls.post(
        settings.method("sendChatAction"),
        Map.of(),
        Calls.Payload.json(body),
        TelegramGestures::taken);
  }

  private static DeliveryResult taken(Calls.Reply reply) {
    return reply.body().path("ok").asBoolean(false) ? reply.known() : reply.byStatus();
  }
}
