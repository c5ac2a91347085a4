package io.direktdraht.conversation.inbox;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call of a platform, as it came. The same (line, key) is stored once. `problem` says why it
/// cannot be read: then it is in quarantine, and keeps its body for people to look at.
public record RawEvent(
    Line.Id line, String key, String body, Instant at, @Nullable String problem) {
  public static final int LONGEST_KEY = 255;
  private static final int LONGEST_PROBLEM = 500;

  public RawEvent {
    if (key.isBlank() || key.length() > LONGEST_KEY)
      throw new IllegalArgumentException(
          "key must have 1 to " + LONGEST_KEY + " characters, had " + key.length());
    if (problem != null) problem = shortened(problem);
  }

  public RawEvent(Line.Id line, String key, String body, Instant at) {
    this(line, key, body, at, null);
  }

  public RawEvent unreadable(String why) {
    return new RawEvent(line, key, body, at, why);
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST_PROBLEM, text.length()));
  }
}
