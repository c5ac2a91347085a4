package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Registration;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks `GET /{WABA}/subscribed_apps` whether the business account still calls an app, and
/// subscribes the token's own when it calls none. What an account tells other apps is left alone.
public final class WhatsAppRegistration implements Registration {
  private final WhatsAppSettings settings;
  private final InstantSource clock;
  private final Calls calls;

  private WhatsAppRegistration(WhatsAppSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock);
  }

  /// Null for a line whose account is not known.
  public static @Nullable WhatsAppRegistration of(WhatsAppSettings settings, InstantSource clock) {
    return settings.wabaId() == null ? null : new WhatsAppRegistration(settings, clock);
  }

  @Override
  public Outcome register() throws InterruptedException {
    var reply = calls.get(settings.subscriptions(), Map.of("Authorization", bearer())).orElse(null);
    if (reply == null) return new Outcome.Unknown("no answer");
    if (reply.body().path("error").isObject())
      return new Outcome.Unknown(result(reply).failure().reason());
    var apps = reply.body().path("data");
    if (reply.status() != 200 || !apps.isArray())
      return new Outcome.Unknown("HTTP " + reply.status() + " to subscribed_apps");
    return apps.isEmpty() ? subscribe() : new Outcome.Known();
  }

  private Outcome subscribe() throws InterruptedException {
    var nothing = Calls.Payload.form(Map.of());
    var result = calls.post(settings.subscriptions(), bearer(), nothing, this::result);
    return result instanceof DeliveryResult.Accepted
        ? new Outcome.Renewed("the account called no app")
        : new Outcome.Unknown(result.failure().reason());
  }

  private DeliveryResult result(Calls.Reply reply) {
    var error = reply.body().path("error");
    if (error.isObject()) return WhatsAppErrors.result(error, clock.instant(), reply.hint());
    return reply.status() == 200 && reply.body().path("success").asBoolean(false)
        ? new DeliveryResult.Accepted("")
        : reply.byStatus();
  }

  private String bearer() {
    return "Bearer " + settings.accessToken();
  }
}
