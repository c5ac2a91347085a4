package io.direktdraht.channel.render;

import java.nio.charset.StandardCharsets;

/// How long a text may be, and in what the platform counts.
public record Limit(int most, Unit unit) {
  public enum Unit {
    /// UTF-16 units, as Java and JavaScript count.
    CHARACTERS,
    /// Bytes of UTF-8.
    BYTES
  }

  public Limit {
    // A code point has up to 4 bytes: with less no text could be split.
    if (most < 4) throw new IllegalArgumentException("a limit must be at least 4, was " + most);
  }

  public static Limit characters(int most) {
    return new Limit(most, Unit.CHARACTERS);
  }

  public static Limit bytes(int most) {
    return new Limit(most, Unit.BYTES);
  }

  public boolean fits(String text) {
    return size(text) <= most;
  }

  int size(String text) {
    return switch (unit) {
      case CHARACTERS -> text.length();
      case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
    };
  }
}
