package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.Hook.Unreadable;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Person;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Thing.Kind;
import io.direktdraht.conversation.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One event of a webhook.
final class LineEvent {
  private LineEvent() {}

  static Occurrence read(JsonNode event) {
    var type = text(event, "type");
    if (type == null) throw new Unreadable("an event without type");
    // Another module has the chat and answers in it.
    if ("standby".equals(text(event, "mode"))) return new Occurrence.Ignored("standby");
    if (!"user".equals(text(event.path("source"), "type"))) return new Occurrence.Ignored("group");
    return switch (type) {
      case "message" -> {
        var message = event.path("message");
        // By this token it is marked as read.
        var content = content(message).echoing(text(message, "markAsReadToken"));
        yield said(event, message(message, "id"), content, things(message));
      }
      case "postback" -> said(event, id(event), pressed(event.path("postback")), List.of());
      case "follow", "unfollow" ->
          new Occurrence.Reach(user(event), id(event), type.equals("follow"));
      case "unsend" ->
          new Occurrence.Withdrawn(
              person(event), id(event), time(event), message(event.path("unsend"), "messageId"));
      default -> new Occurrence.Ignored("event");
    };
  }

  private static Occurrence said(JsonNode event, String key, Content content, List<Thing> things) {
    return new Occurrence.Said(person(event), key, time(event), content, things);
  }

  private static long time(JsonNode event) {
    return event.path("timestamp").asLong(0);
  }

  private static Person person(JsonNode event) {
    return new Person(user(event), null, null);
  }

  /// By this id a message is taken back later.
  private static String message(JsonNode value, String name) {
    var id = text(value, name);
    if (id == null) throw new Unreadable("a message without id");
    return id;
  }

  private static String user(JsonNode event) {
    var user = text(event.path("source"), "userId");
    if (user == null) throw new Unreadable("an event without user");
    return user;
  }

  private static String id(JsonNode event) {
    var id = text(event, "webhookEventId");
    if (id == null) throw new Unreadable("an event without id");
    return id;
  }

  private static Content pressed(JsonNode postback) {
    var data = text(postback, "data");
    if (data == null) throw new Unreadable("a postback without data");
    var pressed = Postback.read(data);
    return new Content(pressed.title(), pressed.payload(), List.of());
  }

  private static Content content(JsonNode message) {
    if (!"text".equals(text(message, "type"))) return Content.text("");
    var text = text(message, "text");
    if (text == null) throw new Unreadable("a text without text");
    return Content.text(text);
  }

  private static List<Thing> things(JsonNode message) {
    return switch (String.valueOf(text(message, "type"))) {
      case "text" -> List.of();
      case "image" -> List.of(file(Kind.PHOTO, message));
      case "video" -> List.of(file(Kind.VIDEO, message));
      case "audio" -> List.of(file(Kind.AUDIO, message));
      case "file" -> List.of(file(Kind.FILE, message));
      case "sticker" -> List.of(Thing.of(Kind.STICKER, text(message, "text")));
      case "location" -> List.of(Thing.of(Kind.PLACE, place(message)));
      default -> List.of(Thing.of(Kind.OTHER, null));
    };
  }

  /// Where it is not LINE that keeps it, the address.
  private static Thing file(Kind kind, JsonNode message) {
    var provider = message.path("contentProvider");
    boolean elsewhere = "external".equals(text(provider, "type"));
    var id = text(message, "id");
    var file =
        elsewhere
            ? text(provider, "originalContentUrl")
            : id == null || kind == Kind.PHOTO || kind == Kind.FILE
                ? id
                : LineShelf.TRANSCODED + id;
    return new Thing(kind, text(message, "fileName"), file);
  }

  private static String place(JsonNode location) {
    var address = text(location, "address");
    return address != null
        ? address
        : location.path("latitude").asString("?") + ", " + location.path("longitude").asString("?");
  }

  private static @Nullable String text(JsonNode value, String name) {
    var text = value.path(name);
    return text.isString() && !text.stringValue().isEmpty() ? text.stringValue() : null;
  }
}
