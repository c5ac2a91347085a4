package io.direktdraht.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a contact sees of a call of ours.
final class WhatsAppCall {
  private WhatsAppCall() {}

  static String text(JsonNode call) {
    return call.path("type").asString().equals("text")
        ? call.path("text").path("body").asString()
        : call.path("type").asString().equals("template")
            ? FakeTemplates.shown(call)
            : call.path("interactive").path("body").path("text").asString();
  }

  static List<JsonNode> options(JsonNode call) {
    var action = call.path("interactive").path("action");
    var buttons = new ArrayList<JsonNode>();
    for (var button : action.path("buttons")) buttons.add(button.path("reply"));
    return buttons.isEmpty()
        ? StreamSupport.stream(action.path("sections").path(0).path("rows").spliterator(), false)
            .collect(Collectors.toList())
        : buttons;
  }
}
