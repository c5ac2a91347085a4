package io.direktdraht.conversation;

import java.time.Instant;
import java.util.UUID;

/// Names: One thread with one contact.
public record ConversationId(UUID value) implements Comparable<ConversationId> {
  public static ConversationId next(Instant now) {
    return new ConversationId(Uuid7.at(now));
  }

  /// Throws {@link IllegalArgumentException} when the text is no UUID.
  public static ConversationId of(String text) {
    return new ConversationId(UUID.fromString(text));
  }

  @Override
  public int compareTo(ConversationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
