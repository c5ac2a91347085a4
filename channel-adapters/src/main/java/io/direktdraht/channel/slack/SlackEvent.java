package io.direktdraht.channel.slack;

import io.direktdraht.channel.platform.Hook.Unreadable;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Person;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Thing.Kind;
import io.direktdraht.conversation.Content;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What happened in a direct message with our app. All of it is one contact, also what is written
/// in threads there: whoever answers in a thread must not start over. Their thread is what they
/// want back with the answer.
final class SlackEvent {
  private static final Pattern TIME = Pattern.compile("(\\d{1,12})\\.(\\d{6})");

  private SlackEvent() {}

  static Occurrence read(JsonNode call) {
    var event = call.path("event");
    if (!event.isObject()) throw new Unreadable("no event");
    return switch (text(event, "type")) {
      case "message" -> message(call, event);
      case "app_uninstalled", "tokens_revoked" -> new Occurrence.Ignored(text(event, "type"));
      default -> new Occurrence.Ignored("event");
    };
  }

  private static Occurrence message(JsonNode call, JsonNode event) {
    if (!event.path("channel_type").asString("").equals("im"))
      return new Occurrence.Ignored("channel");
    switch (event.path("subtype").asString("")) {
      case "", "file_share", "thread_broadcast" -> {}
      case "message_changed" -> {
        return changed(event, event.path("message"));
      }
      case "message_deleted" -> {
        var channel = text(event, "channel");
        var key = channel + ":" + text(event, "ts");
        return new Occurrence.Withdrawn(
            person(channel),
            key,
            order(text(event, "ts")),
            channel + ":" + text(event, "deleted_ts"));
      }
      default -> {
        return new Occurrence.Ignored("subtype");
      }
    }
    if (event.has("bot_id") || event.has("app_id") || ours(call, event))
      return new Occurrence.Ignored("echo");
    var time = text(event, "ts");
    var channel = text(event, "channel");
    text(event, "user");
    return new Occurrence.Said(
        person(channel), channel + ":" + time, order(time), said(event), things(event));
  }

  /// The author did it, or Slack, e.g. for a preview: the words decide. What we change ourselves
  /// has no author who writes to us.
  private static Occurrence changed(JsonNode event, JsonNode message) {
    if (message.has("bot_id") || message.has("app_id")) return new Occurrence.Ignored("echo");
    // A message with answers in a thread stays as a stone when it is deleted.
    var channel = text(event, "channel");
    var place = channel + ":" + text(message, "ts");
    var key = channel + ":" + text(event, "ts");
    long order = order(text(event, "ts"));
    return message.path("subtype").asString("").equals("tombstone")
        ? new Occurrence.Withdrawn(person(channel), key, order, place)
        : new Occurrence.Edited(
            person(channel), key, order, place, SlackText.read(message.path("text").asString("")));
  }

  /// Whether the bot's own user wrote it.
  private static boolean ours(JsonNode call, JsonNode event) {
    var user = event.path("user").asString("");
    return call.path("authorizations")
        .valueStream()
        .anyMatch(one ->
            one.path("is_bot").asBoolean(false) && one.path("user_id").asString("").equals(user));
  }

  /// `call` is of one contact who pressed one or, in menus, several things.
  static Occurrence pressed(JsonNode call, JsonNode action) {
    var channel = text(call.path("channel"), "id");
    if (!channel.startsWith("D")) return new Occurrence.Ignored("channel");
    var payload = text(action, "value");
    var time = text(action, "action_ts");
    var message = call.path("message").path("ts").asString("");
    var key = String.join(":", channel, message, text(action, "action_id"), time);
    var title = action.path("text").path("text").asString(payload);
    var content =
        new Content(SlackText.read(title), payload, List.of())
            .echoing(thread(call.path("message")));
    return new Occurrence.Said(person(channel), key, order(time), content);
  }

  private static Content said(JsonNode event) {
    var content = Content.text(SlackText.read(event.path("text").asString("")));
    return content.echoing(thread(event));
  }

  /// The message at which the thread of this one begins; null outside of threads, and for what
  /// begins one.
  private static @Nullable String thread(JsonNode message) {
    var root = message.path("thread_ts").asString("");
    boolean inside = TIME.matcher(root).matches() && !message.path("ts").asString("").equals(root);
    return inside ? root : null;
  }

  private static List<Thing> things(JsonNode event) {
    var files = event.path("files").valueStream().map(SlackEvent::file).toList();
    boolean nothing = files.isEmpty() && event.path("text").asString("").isEmpty();
    return nothing ? List.of(Thing.of(Kind.OTHER, null)) : files;
  }

  /// What lies outside of Slack, and what Slack does not show, cannot be fetched.
  private static Thing file(JsonNode file) {
    var name = file.path("name").asString("");
    var from = file.path("url_private_download").asString(file.path("url_private").asString(""));
    boolean here = !from.isEmpty() && !file.path("is_external").asBoolean(false);
    return new Thing(
        Thing.kind(file.path("mimetype").asString("")),
        name.isEmpty() ? null : name,
        here ? from : null);
  }

  private static Person person(String channel) {
    return new Person(channel, null, null);
  }

  /// Microseconds since 1970.
  private static long order(String time) {
    var matcher = TIME.matcher(time);
    if (!matcher.matches()) throw new Unreadable("a time that is none");
    return Long.parseLong(matcher.group(1)) * 1_000_000 + Long.parseLong(matcher.group(2));
  }

  static String text(JsonNode value, String name) {
    var text = value.path(name);
    if (!text.isString() || text.stringValue().isBlank()) throw new Unreadable("no " + name);
    return text.stringValue();
  }
}
