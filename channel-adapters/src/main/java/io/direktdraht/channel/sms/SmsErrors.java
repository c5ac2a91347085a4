package io.direktdraht.channel.sms;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;

/// What follows from Twilio's error codes.
final class SmsErrors {
  /// The contact said STOP to Twilio.
  static final int OPTED_OUT = 21610;

  private SmsErrors() {}

  static DeliveryResult result(int code, String message, Instant hint) {
    var said =
        "Twilio "
            + code
            + (message.isEmpty()
                ? ""
                : ": " + message.substring(0, Math.min(200, message.length())));
    return switch (code) {
      case 14107, 20429, 30001 -> new DeliveryResult.Slowed(hint.plusSeconds(1), said);
      case 30008, 30017 -> new DeliveryResult.Retry(hint, said);
      case 21211, 21214, 21217, 21614, 30003, 30004, 30005, 30006 ->
          new DeliveryResult.Unreachable(said);
      case OPTED_OUT -> new DeliveryResult.OptedOut(said);
      // Wrong secret, country not allowed, number that cannot send or is not registered.
      case 20003, 21408, 21606, 21612, 30007, 30034 -> new DeliveryResult.Unauthorized(said);
      default -> new DeliveryResult.Invalid(said);
    };
  }
}
