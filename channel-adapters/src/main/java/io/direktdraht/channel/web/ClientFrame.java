package io.direktdraht.channel.web;

import io.direktdraht.channel.access.Languages;
import io.direktdraht.channel.access.StrictJson;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.log.Inbound;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A frame of a widget, checked field by field: what is wrong is said, nothing is guessed.
sealed interface ClientFrame {
  record Hello(
      String line,
      @Nullable String token,
      @Nullable String language,
      @Nullable String conversation,
      long lastSeq,
      @Nullable Customer customer)
      implements ClientFrame {}

  /// Who is signed in to the shop, and the shop's word for it.
  record Customer(String id, String proof) {}

  /// `files` were brought before.
  record Message(String id, String text, @Nullable String payload, List<Attachment.Id> files)
      implements ClientFrame {}

  record Typing(boolean active) implements ClientFrame {}

  record Seen(long delivered, long read) implements ClientFrame {}

  record Resume(@Nullable String conversation, long lastSeq) implements ClientFrame {}

  record Ping() implements ClientFrame {}

  record Pong() implements ClientFrame {}

  /// Says what is wrong with a frame.
  final class Bad extends Exception {
    private static final long serialVersionUID = 1;

    Bad(String message) {
      super(message);
    }
  }

  /// Reads frames; depth and duplicate keys are refused.
  final class Reader {
    private static final int MOST_FILES = 20;
    private final StrictJson json = new StrictJson(10);

    ClientFrame read(String text) throws Bad {
      JsonNode frame;
      try {
        frame = json.object(text);
      } catch (StrictJson.Broken broken) {
        throw new Bad(String.valueOf(broken.getMessage()));
      }
      var type = required(frame, "type", 32);
      return switch (type) {
        case "hello" ->
            new Hello(
                required(frame, "line", 64),
                optional(frame, "token", 1000),
                language(frame),
                optional(frame, "conversation", 64),
                number(frame, "lastSeq"),
                customer(frame));
        case "message" ->
            new Message(
                uuid(frame.get("id"), "id"),
                required(frame, "text", 200_000),
                optional(frame, "payload", 500),
                files(frame));
        case "typing" -> new Typing(flag(frame, "active"));
        case "seen" -> new Seen(number(frame, "delivered"), number(frame, "read"));
        case "resume" -> new Resume(optional(frame, "conversation", 64), number(frame, "lastSeq"));
        case "ping" -> new Ping();
        case "pong" -> new Pong();
        default -> throw new Bad("unknown type");
      };
    }

    private static String required(JsonNode frame, String name, int longest) throws Bad {
      var value = optional(frame, name, longest);
      if (value == null) throw new Bad(name + " is missing");
      return value;
    }

    private static @Nullable String optional(JsonNode frame, String name, int longest) throws Bad {
      var value = frame.get(name);
      if (value == null || value.isNull()) return null;
      if (!value.isString()) throw new Bad(name + " must be a string");
      if (value.stringValue().length() > longest)
        throw new Bad(name + " must have at most " + longest + " characters");
      return value.stringValue();
    }

    private static @Nullable String language(JsonNode frame) throws Bad {
      var language = optional(frame, "language", 35);
      return language == null ? null : Languages.of(language);
    }

    private static @Nullable Customer customer(JsonNode frame) throws Bad {
      var id = optional(frame, "customer", Inbound.LONGEST_ID);
      if (id == null) return null;
      if (id.isBlank()) throw new Bad("customer is empty");
      return new Customer(id, required(frame, "proof", 128));
    }

    private static List<Attachment.Id> files(JsonNode frame) throws Bad {
      var value = frame.get("attachments");
      if (value == null || value.isNull()) return List.of();
      if (!value.isArray() || value.size() > MOST_FILES)
        throw new Bad("attachments must be a list of at most " + MOST_FILES);
      var files = new ArrayList<Attachment.Id>();
      for (var id : value) files.add(Attachment.Id.of(uuid(id, "attachments")));
      return files;
    }

    private static String uuid(@Nullable JsonNode value, String name) throws Bad {
      if (value == null || value.isNull()) throw new Bad(name + " is missing");
      if (!value.isString()) throw new Bad(name + " must be a string");
      try {
        return UUID.fromString(value.stringValue()).toString();
      } catch (IllegalArgumentException not) {
        throw new Bad(name + " must be a UUID");
      }
    }

    private static long number(JsonNode frame, String name) throws Bad {
      var value = frame.get(name);
      if (value == null || value.isNull()) return 0;
      if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0)
        throw new Bad(name + " must be a whole number of at least 0");
      return value.longValue();
    }

    private static boolean flag(JsonNode frame, String name) throws Bad {
      var value = frame.get(name);
      if (value == null || !value.isBoolean()) throw new Bad(name + " must be true or false");
      return value.booleanValue();
    }
  }
}
