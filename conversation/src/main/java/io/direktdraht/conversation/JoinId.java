package io.direktdraht.conversation;

import java.time.Instant;
import java.util.UUID;

/// Names: What made two addresses one customer, to take it back by.
public record JoinId(UUID value) implements Comparable<JoinId> {
  public static JoinId next(Instant now) {
    return new JoinId(Uuid7.at(now));
  }

  /// Throws {@link IllegalArgumentException} when the text is no UUID.
  public static JoinId of(String text) {
    return new JoinId(UUID.fromString(text));
  }

  @Override
  public int compareTo(JoinId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
