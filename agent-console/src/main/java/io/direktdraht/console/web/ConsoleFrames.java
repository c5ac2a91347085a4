package io.direktdraht.console.web;

import io.direktdraht.console.view.Fields;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Cursors.Cursor;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// The frames that the server sends to a console.
final class ConsoleFrames {
  private static final JsonMapper JSON = new JsonMapper();

  private ConsoleFrames() {}

  static String welcome(
      Map<String, @Nullable Object> session, Map<String, @Nullable Object> board) {
    return write(Fields.of("type", "welcome").with("session", session).with("board", board));
  }

  /// What several boards share is written down once.
  static <K> Map<K, String> boards(Map<K, Map<String, @Nullable Object>> boards) {
    var written = new IdentityHashMap<Object, RawValue>();
    var frames = new HashMap<K, String>();
    for (var board : boards.entrySet())
      frames.put(
          board.getKey(),
          write(Fields.of("type", "board").with("board", shared(board.getValue(), written))));
    return frames;
  }

  private static Map<String, @Nullable Object> shared(
      Map<String, @Nullable Object> board, Map<Object, RawValue> written) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    board.forEach((name, value) ->
        fields.put(
            name,
            value == null
                ? null
                : written.computeIfAbsent(
                    value, one -> new RawValue(JSON.writeValueAsString(one)))));
    return fields;
  }

  static String offer(@Nullable Map<String, @Nullable Object> offer) {
    return write(Fields.of("type", "offer").with("offer", offer));
  }

  static String event(Recorded recorded, Map<String, @Nullable Object> view) {
    return write(
        Fields.of("type", "event")
            .with("conversation", recorded.conversation())
            .with("seq", recorded.seq())
            .with("prev", recorded.seq() - 1)
            .with("event", view));
  }

  static String typing(ConversationId conversation, boolean active) {
    return write(
        Fields.of("type", "typing")
            .with("conversation", conversation)
            .with("active", active)
            .with("author", "contact"));
  }

  static String cursors(ConversationId conversation, Cursor cursor) {
    return write(
        Fields.of("type", "cursors")
            .with("conversation", conversation)
            .with("delivered", cursor.delivered())
            .with("read", cursor.read()));
  }

  static String error(String code, String message) {
    return write(Fields.of("type", "error").with("code", code).with("message", message));
  }

  static String plain(String type) {
    return write(Fields.of("type", type));
  }

  static String bye(double retryAfter) {
    return write(Fields.of("type", "bye").with("reason", "restart").with("retryAfter", retryAfter));
  }

  private static String write(Fields fields) {
    return JSON.writeValueAsString(fields.map());
  }
}
