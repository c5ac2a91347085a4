package io.direktdraht.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message says: text, the payload of a pressed button, and buttons to press. NUL and lone
/// surrogates become U+FFFD here, so that every store and every client can hold the text.
public record Content(String text, @Nullable String payload, List<Choice> choices) {
  /// How the payloads of the desk's buttons begin.
  public static final String DESK = "/desk/";

  /// A button: `title` is shown, `payload` is sent back with it.
  public record Choice(String title, String payload) {}

  public Content {
    text = storable(text);
    payload = payload == null ? null : storable(payload);
    choices = List.copyOf(choices);
  }

  public static Content text(String text) {
    return new Content(text, null, List.of());
  }

  /// A pressed button of the desk's, e.g. to be called back: the desk answers it, not the bot.
  public boolean forDesk() {
    return payload != null && payload.startsWith(DESK);
  }

  private static String storable(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .map(c ->
            c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
