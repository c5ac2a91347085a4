package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Calls;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks `GET /{page}/conversations` for what contacts wrote, and makes of each conversation the
/// call by which Meta would have told it. Files are not told: their messages come without words.
final class MessengerUntold {
  private static final long LONGEST = 4_000_000; // bytes of an answer
  private static final int PAGES = 100;
  private static final Duration PAUSE = Duration.ofMillis(600); // Meta takes two calls a second
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ"); // 2026-11-23T09:00:00+0000
  private final MessengerSettings settings;
  private final Network network;
  private final Calls calls;
  private final JsonMapper json = new JsonMapper();

  MessengerUntold(
      MessengerSettings settings, Network network, Duration timeout, InstantSource clock) {
    this.settings = settings;
    this.network = network;
    this.calls = new Calls(timeout, clock, LONGEST);
  }

  /// Empty when Meta did not answer, or refused.
  Optional<List<String>> since(Instant since) throws InterruptedException {
    var told = new ArrayList<String>();
    var after = "";
    for (int page = 0; page < PAGES; page++) {
      if (page > 0) Thread.sleep(PAUSE);
      var body = page(after);
      if (body.isEmpty()) return Optional.empty();
      for (var conversation : body.get().path("data")) {
        if (time(conversation.path("updated_time"), Instant.MAX).isBefore(since))
          return Optional.of(told);
        call(conversation, since).ifPresent(told::add);
      }
      after = body.get().path("paging").path("cursors").path("after").asString("");
      if (after.isEmpty() || !body.get().path("paging").has("next")) break;
    }
    return Optional.of(told);
  }

  private Optional<JsonNode> page(String after) throws InterruptedException {
    var bearer = Map.of("Authorization", "Bearer " + settings.accessToken());
    return calls
        .get(settings.conversations(network, after), bearer)
        .filter(reply -> reply.status() == 200)
        .map(Calls.Reply::body)
        .filter(body -> body.path("data").isArray());
  }

  private Optional<String> call(JsonNode conversation, Instant since) {
    var events =
        conversation.path("messages").path("data").valueStream().toList().reversed().stream()
            .filter(message -> theirs(message.path("from").path("id").asString("")))
            .filter(message -> !message.path("id").asString("").isEmpty())
            .filter(message -> !time(message.path("created_time"), Instant.MIN).isBefore(since))
            .map(this::event)
            .toList();
    if (events.isEmpty()) return Optional.empty();
    var call = json.createObjectNode();
    var entry = call.putArray("entry").addObject().put("id", settings.account(network));
    entry.putArray("messaging").addAll(events);
    return Optional.of(json.writeValueAsString(call));
  }

  private boolean theirs(String id) {
    return !id.isEmpty() && !id.equals(settings.pageId()) && !id.equals(settings.account(network));
  }

  private JsonNode event(JsonNode message) {
    var event = json.createObjectNode();
    event.putObject("sender").set("id", message.path("from").path("id"));
    event.put("timestamp", time(message.path("created_time"), Instant.EPOCH).toEpochMilli());
    event
        .putObject("message")
        .put("mid", message.path("id").asString(""))
        .put("text", message.path("message").asString(""));
    return event;
  }

  private static Instant time(JsonNode written, Instant otherwise) {
    try {
      return TIME.parse(written.asString(""), Instant::from);
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }
}
