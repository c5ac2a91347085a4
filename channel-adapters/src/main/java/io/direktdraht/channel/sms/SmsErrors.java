package io.direktdraht.channel.sms;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;

/// What follows from Twilio's error codes.
final class SmsErrors {
  /// The contact said STOP to Twilio.
  static final int OPTED_OUT = 21610;

  /// The account may not send to this contact's country.
  private static final int COUNTRY_OFF = 21408;

  /// Our number does not reach this contact's.
  private static final int NO_SUCH_PAIR = 21612;

  private SmsErrors() {}

  /// Whether somebody could change it, at Twilio, for all contacts like this one.
  static boolean alarming(int code) {
    return code == COUNTRY_OFF || code == NO_SUCH_PAIR;
  }

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
      case COUNTRY_OFF, NO_SUCH_PAIR -> new DeliveryResult.Unreachable(said);
      case OPTED_OUT -> new DeliveryResult.OptedOut(said);
      // Wrong secret, number that cannot send or is not registered.
      case 20003, 21606, 30034 -> new DeliveryResult.Unauthorized(said);
      default -> new DeliveryResult.Invalid(said);
    };
  }
}
