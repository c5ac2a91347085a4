package io.direktdraht.conversation;

import java.time.Instant;
import java.util.UUID;

/// Names: A customer, whatever channels they use.
public record ContactId(UUID value) implements Comparable<ContactId> {
  public static ContactId next(Instant now) {
    return new ContactId(Uuid7.at(now));
  }

  /// Throws {@link IllegalArgumentException} when the text is no UUID.
  public static ContactId of(String text) {
    return new ContactId(UUID.fromString(text));
  }

  @Override
  public int compareTo(ContactId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
