package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Hook.Unreadable;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Person;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Thing.Kind;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Content;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One element of `messaging`: which one it is, is told by the key that exists.
final class MessengerEvent {
  private static final List<String> OTHERS = List.of("reaction", "referral", "optin");

  private static final List<String> CONTROL = List.of("take_thread_control", "pass_thread_control");

  /// What webhooks call us: what comes from there is an echo, on Instagram perhaps without saying
  /// so. `app`: by what id they name our app, or null where nobody told us.
  record Us(String account, @Nullable String app) {}

  private MessengerEvent() {}

  /// Several where the platform names several messages of ours.
  static List<Occurrence> all(JsonNode event, Us own) {
    var delivered = event.path("delivery");
    var ids = delivered.path("mids");
    return ids.isEmpty()
        ? List.of(Occurrence.guarded(() -> read(event, own)))
        : ids.valueStream()
            .<Occurrence>map(id -> new Occurrence.ReachedId(id.asString(""), false))
            .toList();
  }

  /// While somebody answers in Meta's own inbox the bot stays silent.
  static List<Occurrence> elsewhere(JsonNode event, Us own) {
    return all(event, own).stream().flatMap(MessengerEvent::overheard).toList();
  }

  /// Meta tells it here only while another app has the conversation.
  private static Stream<Occurrence> overheard(Occurrence told) {
    return switch (told) {
      case Said said when said.content().text().isBlank() ->
          Stream.of(new Occurrence.Turned(said.from().id(), said.key(), true));
      case Said said ->
          Stream.of(
              new Occurrence.Overheard(said.from().id(), said.key(), true, said.content().text()),
              new Occurrence.Turned(said.from().id(), said.key(), true));
      case Occurrence.Overheard echo ->
          Stream.of(echo, new Occurrence.Turned(echo.contact(), echo.key(), true));
      case Occurrence.Done _ -> Stream.of(new Occurrence.Ignored("standby"));
      default -> Stream.of(told);
    };
  }

  private static Occurrence read(JsonNode event, Us own) {
    if (event.path("delivery").isObject()) return reached(event, event.path("delivery"), false);
    if (event.path("read").isObject()) return reached(event, event.path("read"), true);
    if (event.path("message").isObject()) {
      boolean echo = own.account.equals(text(event.path("sender"), "id"));
      return echo ? echo(event, event.path("message")) : message(event, event.path("message"));
    }
    if (event.path("postback").isObject()) return pressed(event, event.path("postback"));
    if (event.path("message_edit").isObject()) return edited(event, event.path("message_edit"));
    for (var kind : CONTROL) if (event.path(kind).isObject()) return turned(event, kind, own);
    for (var kind : OTHERS) if (event.has(kind)) return new Occurrence.Ignored(kind);
    return new Occurrence.Ignored("event");
  }

  /// Who has the conversation from now on is told by the id of their app; without ours, what comes
  /// next tells it.
  private static Occurrence turned(JsonNode event, String kind, Us own) {
    var owner = event.path(kind).path("new_owner_app_id").asString("");
    if (own.app == null || owner.isEmpty()) return new Occurrence.Ignored(kind);
    var contact = person(event).id();
    var key = String.join(":", kind, contact, event.path("timestamp").asString(""), owner);
    return new Occurrence.Turned(contact, key, !owner.equals(own.app));
  }

  private static Occurrence message(JsonNode event, JsonNode message) {
    if (message.path("is_echo").asBoolean(false)) return echo(event, message);
    var id = text(message, "mid");
    if (id == null) throw new Unreadable("a message without mid");
    long at = event.path("timestamp").asLong(0);
    if (message.path("is_deleted").asBoolean(false))
      return new Occurrence.Withdrawn(person(event), id + ":deleted", at, id);
    var payload = text(message.path("quick_reply"), "payload");
    var words = text(message, "text");
    var content = new Content(words == null ? "" : words, payload, List.of());
    var things = things(message.path("attachments"));
    if (words == null && things.isEmpty()) things = List.of(Thing.of(Kind.OTHER, null));
    return new Said(person(event), id, at, content, things);
  }

  private static Occurrence edited(JsonNode event, JsonNode edit) {
    var id = text(edit, "mid");
    var words = text(edit, "text");
    if (id == null || words == null) throw new Unreadable("an edit without mid or text");
    // Up to five times; each has its number.
    var key = id + ":" + edit.path("num_edit").asLong(0);
    long at = event.path("timestamp").asLong(0);
    return new Occurrence.Edited(person(event), key, at, id, words);
  }

  /// Messenger tells until when, Instagram which one.
  private static Occurrence reached(JsonNode event, JsonNode told, boolean read) {
    var id = text(told, "mid");
    if (id != null) return new Occurrence.ReachedId(id, read);
    long until = told.path("watermark").asLong(0);
    if (until == 0) throw new Unreadable("a receipt without mid or watermark");
    return new Occurrence.ReachedUntil(person(event).id(), Instant.ofEpochMilli(until), read);
  }

  /// An echo of ours says that it was taken. One of others is a person's who answers in Meta's
  /// inbox. Sender and recipient are swapped.
  private static Occurrence echo(JsonNode event, JsonNode message) {
    return Reference.of(message.path("metadata").asString(""))
        .<Occurrence>map(Occurrence.Accepted::new)
        .orElseGet(() -> {
          var contact = text(event.path("recipient"), "id");
          var id = text(message, "mid");
          var words = text(message, "text");
          return contact == null || id == null || words == null
              ? new Occurrence.Ignored("echo of others")
              : new Occurrence.Overheard(contact, id, false, words);
        });
  }

  private static Occurrence pressed(JsonNode event, JsonNode postback) {
    var payload = text(postback, "payload");
    var title = text(postback, "title");
    if (payload == null && title == null) throw new Unreadable("a postback without payload");
    long at = event.path("timestamp").asLong(0);
    var person = person(event);
    var id = text(postback, "mid");
    var key = id == null ? hash(person.id() + "|" + at + "|" + payload + "|" + title) : id;
    var content = new Content(title == null ? "…" : title, payload, List.of());
    return new Said(person, key, at, content);
  }

  private static Person person(JsonNode event) {
    var id = text(event.path("sender"), "id");
    if (id == null) throw new Unreadable("an event without sender");
    return new Person(id, null, null);
  }

  /// A sticker may come as an image too, in the same event.
  private static List<Thing> things(JsonNode attachments) {
    return attachments.valueStream().map(MessengerEvent::thing).distinct().toList();
  }

  private static Thing thing(JsonNode one) {
    var payload = one.path("payload");
    var at = text(payload, "url");
    if (payload.has("sticker_id")) return Thing.of(Kind.STICKER, null);
    return switch (one.path("type").asString("")) {
      case "image" -> new Thing(Kind.PHOTO, null, at);
      case "video", "reel", "ig_reel" -> new Thing(Kind.VIDEO, null, at);
      case "audio" -> new Thing(Kind.AUDIO, null, at);
      case "file" -> new Thing(Kind.FILE, null, at);
      case "sticker" -> Thing.of(Kind.STICKER, null);
      default -> Thing.of(Kind.OTHER, null);
    };
  }

  private static String hash(String text) {
    return "postback:" + Signature.hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(JsonNode value, String name) {
    var text = value.path(name);
    return text.isString() && !text.stringValue().isEmpty() ? text.stringValue() : null;
  }
}
