package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.Calls;
import io.direktdraht.channel.platform.Calls.Payload;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Asks `GET /2010-04-01/Accounts/{account}/Messages.json` for what came to the number, since
/// Twilio calls once and, unless it is asked for more, never again. A messaging service's numbers
/// are not known here, so nothing is asked for one. Files are not listed.
final class SmsUntold {
  private static final long LONGEST = 4_000_000; // bytes of an answer
  private static final int PAGES = 50;
  private final SmsSettings settings;
  private final Calls calls;

  SmsUntold(SmsSettings settings, InstantSource clock) {
    this.settings = settings;
    this.calls = new Calls(Objects.requireNonNull(settings.timeout()), clock, LONGEST);
  }

  /// The eldest first. Empty when Twilio did not answer, or refused.
  Optional<List<String>> since(Instant since) throws InterruptedException {
    var told = new ArrayList<String>();
    var next = settings.received(since);
    for (int page = 0; page < PAGES && next.isPresent(); page++) {
      var body = page(next.get());
      if (body.isEmpty()) return Optional.empty();
      for (var message : body.get().path("messages")) {
        if (SmsSender.created(message).orElse(Instant.MAX).isBefore(since))
          return Optional.of(told.reversed());
        if (theirs(message)) told.add(call(message));
      }
      var uri = body.get().path("next_page_uri").asString("");
      next = uri.startsWith("/") ? Optional.of(settings.at(uri)) : Optional.empty();
    }
    return Optional.of(told.reversed());
  }

  private Optional<JsonNode> page(URI at) throws InterruptedException {
    return calls
        .get(at, Map.of("Authorization", settings.basic()))
        .filter(reply -> reply.status() == 200)
        .map(Calls.Reply::body)
        .filter(body -> body.path("messages").isArray());
  }

  private static boolean theirs(JsonNode message) {
    return message.path("direction").asString("").equals("inbound")
        && !message.path("from").asString("").isBlank()
        && !message.path("sid").asString("").isBlank();
  }

  private static String call(JsonNode message) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", message.path("sid").asString(""));
    fields.put("From", message.path("from").asString(""));
    fields.put("To", message.path("to").asString(""));
    fields.put("Body", message.path("body").asString(""));
    fields.put("NumMedia", message.path("num_media").asString("0"));
    return Payload.form(fields).text();
  }
}
