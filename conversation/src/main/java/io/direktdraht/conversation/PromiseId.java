package io.direktdraht.conversation;

import java.time.Instant;
import java.util.UUID;

/// Names: A promise of a person's answer by a due time.
public record PromiseId(UUID value) implements Comparable<PromiseId> {
  public static PromiseId next(Instant now) {
    return new PromiseId(Uuid7.at(now));
  }

  /// Throws {@link IllegalArgumentException} when the text is no UUID.
  public static PromiseId of(String text) {
    return new PromiseId(UUID.fromString(text));
  }

  @Override
  public int compareTo(PromiseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
