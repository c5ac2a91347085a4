package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// <https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator>. Reading
/// would need a token of the message, which is not kept.
final class LineGestures implements Gestures {
  private final LineSettings settings;
  private final Calls calls;

  LineGestures(LineSettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  @Override
  public Set<Gesture> known() {
    return Set.of(Gesture.WRITES);
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(20);
  }

  @Override
  public DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException {
    var body =
        Map.<String, Object>of("chatId", to.contact(), "loadingSeconds", lasts().toSeconds());
    return calls.post(
        settings.loading(),
        "Bearer " + settings.token(),
        Calls.Payload.json(body),
        LineGestures::taken);
  }

  private static DeliveryResult taken(Calls.Reply reply) {
    return reply.status() == 202 ? new DeliveryResult.Accepted("") : reply.byStatus();
  }
}
