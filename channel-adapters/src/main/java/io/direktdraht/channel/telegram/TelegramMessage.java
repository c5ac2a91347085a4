package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.Hook.Unreadable;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Person;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Thing.Kind;
import io.direktdraht.conversation.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The `message` of an update.
final class TelegramMessage {
  private TelegramMessage() {}

  static Occurrence read(long update, JsonNode message) {
    if (!isPrivate(message)) return new Occurrence.Ignored("group");
    var person = person(message, message.path("from"));
    return new Occurrence.Said(
        person, key(person, message), update, content(message), things(message));
  }

  /// Telegram tells of other changes too, e.g. of a place that moves: only words count.
  static Occurrence edited(long update, JsonNode message) {
    if (!isPrivate(message)) return new Occurrence.Ignored("group");
    if (text(message, "text") == null && text(message, "caption") == null)
      return new Occurrence.Ignored("edited");
    var person = person(message, message.path("from"));
    var key = key(person, message) + ":" + update;
    return new Occurrence.Edited(
        person, key, update, key(person, message), content(message).text());
  }

  /// Update numbers start anew after a quiet week; a message's own number does not.
  private static String key(Person person, JsonNode message) {
    if (!message.path("message_id").isIntegralNumber())
      throw new Unreadable("a message without id");
    return person.id() + ":" + message.path("message_id").asLong();
  }

  static boolean isPrivate(JsonNode message) {
    return message.path("chat").path("type").asString("").equals("private");
  }

  /// Answers go to the chat, whoever wrote in it.
  static Person person(JsonNode message, JsonNode from) {
    if (!message.path("chat").path("id").isIntegralNumber())
      throw new Unreadable("a message without chat");
    var first = text(from, "first_name");
    var last = text(from, "last_name");
    var name = first == null || last == null ? first : first + " " + last;
    var language = text(from, "language_code");
    return new Person(
        Long.toString(message.path("chat").path("id").asLong()),
        name,
        language == null ? null : known(language));
  }

  /// The language alone, without a country; null for what is none.
  private static @Nullable String known(String code) {
    var language = code.split("-", 2)[0];
    return language.matches("[a-z]{2,3}") ? language : null;
  }

  private static Content content(JsonNode message) {
    var text = text(message, "text");
    if (text != null)
      return text.startsWith("/start")
          ? new Content(text, "/greeting", List.of()) // the button that begins every chat
          : Content.text(text);
    return Content.text(message.path("caption").asString(""));
  }

  private static List<Thing> things(JsonNode message) {
    if (text(message, "text") != null) return List.of();
    // The sizes of one photo, the largest last.
    var sizes = message.path("photo");
    if (!sizes.isEmpty()) return List.of(file(Kind.PHOTO, sizes.path(sizes.size() - 1)));
    if (message.has("video")) return List.of(file(Kind.VIDEO, message.path("video")));
    if (message.has("video_note")) return List.of(file(Kind.VIDEO, message.path("video_note")));
    if (message.has("voice")) return List.of(file(Kind.VOICE, message.path("voice")));
    if (message.has("audio")) return List.of(file(Kind.AUDIO, message.path("audio")));
    if (message.has("document")) return List.of(file(Kind.FILE, message.path("document")));
    if (message.has("sticker"))
      return List.of(Thing.of(Kind.STICKER, text(message.path("sticker"), "emoji")));
    if (message.has("location")) return List.of(Thing.of(Kind.PLACE, place(message)));
    if (message.has("contact"))
      return List.of(Thing.of(Kind.CONTACT, text(message.path("contact"), "first_name")));
    return List.of(Thing.of(Kind.OTHER, null));
  }

  private static Thing file(Kind kind, JsonNode value) {
    return new Thing(kind, text(value, "file_name"), text(value, "file_id"));
  }

  private static String place(JsonNode message) {
    var location = message.path("location");
    return location.path("latitude").asString("?")
        + ", "
        + location.path("longitude").asString("?");
  }

  private static @Nullable String text(JsonNode value, String name) {
    var text = value.path(name);
    return text.isString() && !text.stringValue().isEmpty() ? text.stringValue() : null;
  }
}
