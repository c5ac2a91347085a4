package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Hook.Unreadable;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Thing.Kind;
import io.direktdraht.conversation.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// One element of `messages`.
final class WhatsAppMessage {
  private WhatsAppMessage() {}

  static Occurrence read(JsonNode message, JsonNode contacts) {
    var id = message.path("id").asString("");
    // Since 2026 somebody may write without showing a number.
    var phone = message.path("from").asString("");
    var user = message.path("from_user_id").asString("");
    var from = phone.isEmpty() ? user : phone;
    if (id.isEmpty() || from.isEmpty()) throw new Unreadable("a message without id or sender");
    var type = message.path("type").asString("");
    if (type.equals("reaction") || type.equals("system")) return new Occurrence.Ignored(type);
    var known = contact(from, contacts);
    var alias = phone.isEmpty() ? text(known, "wa_id") : user(user, known);
    var person = new Occurrence.Person(from, text(known.path("profile"), "name"), null, alias);
    long seconds = message.path("timestamp").asLong(0);
    var value = message.path(type);
    if (type.equals("revoke"))
      return new Occurrence.Withdrawn(person, id, seconds, required(value, "original_message_id"));
    if (type.equals("edit")) {
      var now = value.path("message");
      var kind = now.path("type").asString("");
      var words = content(kind, now.path(kind)).text();
      return new Occurrence.Edited(
          person, id, seconds, required(value, "original_message_id"), words);
    }
    return new Occurrence.Said(person, id, seconds, content(type, value), things(type, value));
  }

  /// What a person wrote to a contact from the app on their phone.
  static Occurrence echo(JsonNode message) {
    var to = text(message, "to");
    var id = text(message, "id");
    var words = text(message.path("text"), "body");
    return to == null || id == null || words == null
        ? new Occurrence.Ignored("echo of others")
        : new Occurrence.Overheard(to, id, false, words);
  }

  /// What the same call says about the sender.
  private static JsonNode contact(String from, JsonNode contacts) {
    for (var contact : contacts)
      if (contact.path("wa_id").asString("").equals(from)
          || contact.path("user_id").asString("").equals(from)) return contact;
    return MissingNode.getInstance();
  }

  private static @Nullable String user(String named, JsonNode known) {
    return named.isEmpty() ? text(known, "user_id") : named;
  }

  private static Content content(String type, JsonNode value) {
    return switch (type) {
      case "text" -> Content.text(required(value, "body"));
      case "interactive" -> {
        var reply = value.path(value.path("type").asString(""));
        yield new Content(required(reply, "title"), required(reply, "id"), List.of());
      }
      case "button" -> new Content(required(value, "text"), text(value, "payload"), List.of());
      case "order" -> Content.text(value.path("text").asString(""));
      default -> Content.text(value.path("caption").asString(""));
    };
  }

  private static List<Thing> things(String type, JsonNode value) {
    return switch (type) {
      case "text", "interactive", "button" -> List.of();
      case "image" -> List.of(file(Kind.PHOTO, value));
      case "video" -> List.of(file(Kind.VIDEO, value));
      case "audio" ->
          List.of(file(value.path("voice").asBoolean(false) ? Kind.VOICE : Kind.AUDIO, value));
      case "document" -> List.of(file(Kind.FILE, value));
      case "sticker" -> List.of(Thing.of(Kind.STICKER, null));
      case "location" -> List.of(Thing.of(Kind.PLACE, place(value)));
      case "contacts" ->
          List.of(Thing.of(Kind.CONTACT, text(value.path(0).path("name"), "formatted_name")));
      case "order" -> List.of(Thing.of(Kind.ORDER, null));
      default -> List.of(Thing.of(Kind.OTHER, null));
    };
  }

  private static Thing file(Kind kind, JsonNode value) {
    return new Thing(kind, text(value, "filename"), text(value, "id"));
  }

  private static String place(JsonNode value) {
    var point = value.path("latitude").asString("?") + ", " + value.path("longitude").asString("?");
    var name = text(value, "name");
    return name == null ? point : name + " (" + point + ")";
  }

  private static String required(JsonNode value, String name) {
    var text = text(value, name);
    if (text == null) throw new Unreadable("a message without " + name);
    return text;
  }

  private static @Nullable String text(JsonNode value, String name) {
    var text = value.path(name);
    return text.isString() && !text.stringValue().isEmpty() ? text.stringValue() : null;
  }
}
