package io.direktdraht.channel.messenger;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What follows from a code and its subcode.
final class MessengerErrors {
  private static final Set<Integer> WINDOW = Set.of(2018278, 2018065, 2534022, 1545041);
  private static final int GONE = 2018108;
  private static final int BLOCKED = 1545041;
  private static final int NO_SUCH_PERSON = 2018001;

  private MessengerErrors() {}

  static DeliveryResult result(JsonNode error, Instant hint) {
    int code = error.path("code").asInt(-1);
    int subcode = error.path("error_subcode").asInt(0);
    var text = error.path("message").asString("");
    var said =
        "Meta " + code + "/" + subcode + ": " + text.substring(0, Math.min(200, text.length()));
    return switch (code) {
      case 1, 2, 1200 -> new DeliveryResult.Retry(hint, said);
      case 4, 17, 32, 613, 80001, 80002, 80006 ->
          new DeliveryResult.Slowed(hint.plusSeconds(1), said);
      case 10 ->
          WINDOW.contains(subcode)
              ? new DeliveryResult.WindowClosed(said)
              : subcode == GONE
                  ? new DeliveryResult.Unreachable(said)
                  // With a subcode it is about this message; the permission itself has none.
                  : subcode == 0
                      ? new DeliveryResult.Unauthorized(said)
                      : new DeliveryResult.Invalid(said);
      case 551 -> new DeliveryResult.Unreachable(said);
      case 200 ->
          subcode == BLOCKED
              ? new DeliveryResult.Unreachable(said)
              : new DeliveryResult.Unauthorized(said);
      case 100 ->
          subcode == NO_SUCH_PERSON
              ? new DeliveryResult.Unreachable(said)
              : new DeliveryResult.Invalid(said);
      case 3, 190 -> new DeliveryResult.Unauthorized(said);
      default -> new DeliveryResult.Invalid(said);
    };
  }
}
