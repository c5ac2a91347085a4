package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Registration;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `setWebhook`, with the secret and the updates that we read.
public final class TelegramRegistration implements Registration {
  private static final List<String> UPDATES =
      List.of("message", "edited_message", "callback_query", "my_chat_member");
  private final TelegramSettings settings;
  private final URI webhook;
  private final Calls calls;

  private TelegramRegistration(TelegramSettings settings, URI webhook, InstantSource clock) {
    this.settings = settings;
    this.webhook = webhook;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
  }

  /// Null for a line that is registered by hand.
  public static @Nullable TelegramRegistration of(TelegramSettings settings, InstantSource clock) {
    var webhook = settings.webhook();
    return webhook == null ? null : new TelegramRegistration(settings, webhook, clock);
  }

  @Override
  public Outcome register() throws InterruptedException {
    var body =
        Map.<String, Object>of(
            "url", webhook.toString(),
            "secret_token", settings.secret(),
            "allowed_updates", UPDATES);
    var result =
        calls.post(
            settings.method("setWebhook"),
            Map.of(),
            Calls.Payload.json(body),
            TelegramRegistration::result);
    return result instanceof DeliveryResult.Accepted
        ? new Outcome.Known()
        : new Outcome.Unknown(result.failure().reason());
  }

  private static DeliveryResult result(Calls.Reply reply) {
    if (reply.status() == 200 && reply.body().path("ok").asBoolean(false))
      return new DeliveryResult.Accepted("");
    var text = reply.body().path("description").asString("");
    return text.isEmpty()
        ? reply.byStatus()
        : new DeliveryResult.Invalid("Telegram " + reply.status() + ": " + text);
  }
}
