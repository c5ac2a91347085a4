package io.direktdraht.channel.webhook;

import io.direktdraht.channel.platform.Hook.Unreadable;
import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.platform.Occurrence.Person;
import io.direktdraht.channel.platform.Occurrence.Said;
import io.direktdraht.channel.platform.Thing;
import io.direktdraht.channel.platform.Thing.Kind;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of what the other side posts; each mistake is named.
final class WebhookEvent {
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_REASON = 200;
  private static final int MOST_FILES = 20;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

  private WebhookEvent() {}

  static Said message(JsonNode event) {
    return new Said(person(event), id(event, "id"), time(event, 0), content(event), things(event));
  }

  /// Without a time it comes after what is there.
  static Occurrence.Edited edit(JsonNode event) {
    var words = text(event, "text");
    if (words.length() > LONGEST_TEXT)
      throw new Unreadable("text has at most " + LONGEST_TEXT + " characters");
    long order = time(event, Long.MAX_VALUE);
    return new Occurrence.Edited(
        person(event), id(event, "id"), order, id(event, "message"), words);
  }

  /// The same.
  static Occurrence.Withdrawn withdrawal(JsonNode event) {
    long order = time(event, Long.MAX_VALUE);
    return new Occurrence.Withdrawn(person(event), id(event, "id"), order, id(event, "message"));
  }

  private static Person person(JsonNode event) {
    var from = event.path("from");
    if (!from.isObject()) throw new Unreadable("from must be an object with an id");
    var language = optional(from, "language");
    if (language != null && !language.matches("[a-z]{2,3}"))
      throw new Unreadable("from.language must be like de");
    return new Person(id(from, "id"), optional(from, "name"), language);
  }

  private static Content content(JsonNode event) {
    var text = optional(event, "text");
    if (text == null && files(event).isEmpty()) throw new Unreadable("text must not be empty");
    var shown = text == null ? "" : text;
    if (shown.length() > LONGEST_TEXT)
      throw new Unreadable("text has at most " + LONGEST_TEXT + " characters");
    return new Content(shown, optional(event, "payload"), List.of());
  }

  private static List<Thing> things(JsonNode event) {
    var things = new ArrayList<Thing>();
    for (var file : files(event)) things.add(thing(file));
    return things;
  }

  /// Its bytes come with it, or are to be fetched, or stay where they are.
  private static Thing thing(JsonNode file) {
    var mediaType = optional(file, "mediaType");
    var data = optional(file, "data");
    if (data != null && !BASE64.matcher(data).matches())
      throw new Unreadable("files.data must be base64");
    var from = data == null ? optional(file, "url") : WebhookShelf.INLINE + data;
    var kind = mediaType == null ? Kind.FILE : Thing.kind(mediaType);
    return new Thing(kind, optional(file, "name"), from);
  }

  private static JsonNode files(JsonNode event) {
    var files = event.path("files");
    if (!files.isMissingNode() && !files.isArray()) throw new Unreadable("files must be a list");
    if (files.size() > MOST_FILES) throw new Unreadable("files has at most " + MOST_FILES);
    return files;
  }

  static Occurrence receipt(JsonNode event) {
    var message = Reference.of(text(event, "message"));
    if (message.isEmpty()) throw new Unreadable("message must be the id of a message of ours");
    var status = text(event, "status");
    return switch (status) {
      case "delivered" -> new Occurrence.Reached(message.get(), false);
      case "read" -> new Occurrence.Reached(message.get(), true);
      case "failed" -> {
        var reason = optional(event, "reason");
        var said = reason == null ? "the other side says so" : reason;
        var shortened = said.substring(0, Math.min(LONGEST_REASON, said.length()));
        yield new Occurrence.Failed(message.get(), new DeliveryResult.Unreachable(shortened));
      }
      default -> throw new Unreadable("status must be delivered, read or failed");
    };
  }

  /// Milliseconds. Messages without a time are in the order in which they come.
  private static long time(JsonNode event, long untold) {
    var text = optional(event, "time");
    if (text == null) return untold;
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException broken) {
      throw new Unreadable("time must be like 2026-01-31T09:00:00Z");
    }
  }

  private static String id(JsonNode value, String name) {
    var text = text(value, name);
    if (text.length() > Inbound.LONGEST_ID)
      throw new Unreadable(name + " has at most " + Inbound.LONGEST_ID + " characters");
    return text;
  }

  static String text(JsonNode value, String name) {
    var text = optional(value, name);
    if (text == null) throw new Unreadable(name + " must not be empty");
    return text;
  }

  private static @Nullable String optional(JsonNode value, String name) {
    var text = value.path(name);
    if (text.isMissingNode() || text.isNull()) return null;
    if (!text.isString()) throw new Unreadable(name + " must be a string");
    return text.stringValue().isBlank() ? null : text.stringValue();
  }
}
