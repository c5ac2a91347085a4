package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that arrived on a line. `key` is the sender's or platform's id for it: the same (line,
/// key) is received once, however often it comes. `language` is the client's hint, a code such as
/// "de".
public record Inbound(
    Line.Id line,
    String sender,
    String key,
    Content content,
    @Nullable String language,
    Instant at) {
  public static final int LONGEST_ID = 255;

  public Inbound {
    named("sender", sender);
    named("key", key);
  }

  private static void named(String what, String value) {
    if (value.isBlank() || value.length() > LONGEST_ID)
      throw new IllegalArgumentException(
          what + " must have 1 to " + LONGEST_ID + " characters, had " + value.length());
  }
}
