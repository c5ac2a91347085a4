package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Registration;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `setWebhook`, with the secret and the updates that we read; from then on `getWebhookInfo`, which
/// tells whether somebody entered another address, and what Telegram met when it called ours.
public final class TelegramRegistration implements Registration {
  private static final List<String> UPDATES =
      List.of("message", "edited_message", "callback_query", "my_chat_member");
  private static final Duration LATELY = Duration.ofMinutes(15);
  private final TelegramSettings settings;
  private final URI webhook;
  private final Calls calls;
  private final InstantSource clock;
  private volatile boolean told;

  private TelegramRegistration(TelegramSettings settings, URI webhook, InstantSource clock) {
    this.settings = settings;
    this.webhook = webhook;
    this.clock = clock;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
  }

  /// Null for a line that is registered by hand.
  public static @Nullable TelegramRegistration of(TelegramSettings settings, InstantSource clock) {
    var webhook = settings.webhook();
    return webhook == null ? null : new TelegramRegistration(settings, webhook, clock);
  }

  @Override
  public Outcome register() throws InterruptedException {
    if (!told) return tell(new Outcome.Known());
    var reply = calls.get(settings.method("getWebhookInfo"), Map.of()).orElse(null);
    if (reply == null) return new Outcome.Unknown("no answer");
    if (!(result(reply) instanceof DeliveryResult.Accepted))
      return new Outcome.Unknown(result(reply).failure().reason());
    var info = reply.body().path("result");
    if (!webhook.toString().equals(info.path("url").asString("")))
      return tell(new Outcome.Renewed("Telegram was told another address"));
    return trouble(info).<Outcome>map(Outcome.Unknown::new).orElseGet(Outcome.Known::new);
  }

  /// Only what is still to be brought, and went wrong lately.
  private Optional<String> trouble(JsonNode info) {
    var failed = Instant.ofEpochSecond(info.path("last_error_date").asLong(0));
    boolean lately = failed.isAfter(clock.instant().minus(LATELY));
    return lately && info.path("pending_update_count").asInt(0) > 0
        ? Optional.of(
            "Telegram could not call us: " + info.path("last_error_message").asString("?"))
        : Optional.empty();
  }

  private Outcome tell(Outcome then) throws InterruptedException {
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
    told = result instanceof DeliveryResult.Accepted;
    return told ? then : new Outcome.Unknown(result.failure().reason());
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
