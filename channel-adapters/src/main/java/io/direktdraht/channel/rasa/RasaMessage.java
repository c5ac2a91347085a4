package io.direktdraht.channel.rasa;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.log.Inbound;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a Rasa client posts: `{"sender","message","metadata","input_channel"}`; only the first two
/// matter.
record RasaMessage(String sender, String text) {
  private static final int LONGEST_TEXT = 20_000;

  static RasaMessage read(JsonMapper json, String body) throws RasaProblem {
    JsonNode node;
    try {
      node = json.readTree(body);
    } catch (JacksonException broken) {
      throw RasaProblem.bad("not a JSON object: " + broken.getOriginalMessage());
    }
    var sender = text(node, "sender");
    var message = text(node, "message");
    if (sender.length() > Inbound.LONGEST_ID)
      throw RasaProblem.bad("sender has at most " + Inbound.LONGEST_ID + " characters");
    if (message.length() > LONGEST_TEXT)
      throw new RasaProblem(
          413, "text_too_long", "message has at most " + LONGEST_TEXT + " characters");
    return new RasaMessage(sender, message);
  }

  /// Rasa buttons send their payload as the message: it begins with a slash.
  Inbound inbound(Line.Id line, String key, Instant now) {
    var payload = text.startsWith("/") ? text : null;
    return new Inbound(line, sender, key, new Content(text, payload, List.of()), null, now);
  }

  private static String text(JsonNode node, String name) throws RasaProblem {
    var value = node.get(name);
    if (value == null || !value.isString()) throw RasaProblem.bad(name + " must be a string");
    if (value.stringValue().isBlank()) throw RasaProblem.bad(name + " must not be empty");
    return value.stringValue();
  }
}
