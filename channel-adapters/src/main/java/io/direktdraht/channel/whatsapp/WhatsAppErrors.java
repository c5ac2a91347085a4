package io.direktdraht.channel.whatsapp;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What follows from an error code, whether it answers a call or comes later with a status.
final class WhatsAppErrors {
  /// Between two messages to one person, when there were too many.
  private static final Duration PAIR = Duration.ofSeconds(6);

  private static final Duration BREATH = Duration.ofSeconds(1);

  private WhatsAppErrors() {}

  /// `error` holds `code` and `message` or `title`. `hint` is not before `now`.
  static DeliveryResult result(JsonNode error, Instant now, Instant hint) {
    int code = error.path("code").asInt(-1);
    var text = error.path("message").asString(error.path("title").asString(""));
    var said = "WhatsApp " + code + ": " + text.substring(0, Math.min(200, text.length()));
    return switch (code) {
      case 1, 2, 131000, 131016, 131057, 133004 -> new DeliveryResult.Retry(hint, said);
      case 4, 80007, 130429 -> new DeliveryResult.Slowed(later(hint, now.plus(BREATH)), said);
      case 131056 -> new DeliveryResult.Retry(later(hint, now.plus(PAIR)), said);
      case 131047 -> new DeliveryResult.WindowClosed(said);
      case 131026, 131049 -> new DeliveryResult.Unreachable(said);
      case 131050 -> new DeliveryResult.OptedOut(said);
      // Policy, payment, permission, the number's own spam limit: a person must act.
      case 0, 3, 10, 190, 368, 131005, 131031, 131042, 131045, 131048, 133010 ->
          new DeliveryResult.Unauthorized(said);
      default ->
          code >= 200 && code < 300
              ? new DeliveryResult.Unauthorized(said)
              : new DeliveryResult.Invalid(said);
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
