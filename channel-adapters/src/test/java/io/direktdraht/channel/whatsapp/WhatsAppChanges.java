package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Dialect.Gesture;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is said about a message that came before.
final class WhatsAppChanges {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TYPING = ",\"typing_indicator\":{\"type\":\"text\"}";

  private WhatsAppChanges() {}

  static String reply(boolean list, JsonNode option) {
    var reply =
        Map.of("id", option.path("id").asString(), "title", option.path("title").asString());
    var type = list ? "list_reply" : "button_reply";
    return "\"type\":\"interactive\",\"interactive\":"
        + JSON.writeValueAsString(Map.of("type", type, type, reply));
  }

  static String edit(int message, String text) {
    var now = "{\"type\":\"text\",\"text\":{\"body\":%s}}".formatted(JSON.writeValueAsString(text));
    return changed("edit", message, ",\"message\":" + now);
  }

  static String revoke(int message) {
    return changed("revoke", message, "");
  }

  private static String changed(String how, int message, String more) {
    return "\"type\":\"%1$s\",\"%1$s\":{\"original_message_id\":\"wamid.in.%2$d\"%3$s}"
        .formatted(how, message, more);
  }

  static Gesture typing(int order) {
    return gesture(order, TYPING);
  }

  static Gesture seen(int order) {
    return gesture(order, "");
  }

  private static Gesture gesture(int order, String more) {
    var body =
        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.in.%d\"%s}";
    var says = new Reaction.Says(200, "{\"success\":true}");
    var path = "/v25.0/" + WhatsAppDialect.PHONE + "/messages";
    return new Gesture(path, body.formatted(order, more), says);
  }
}
