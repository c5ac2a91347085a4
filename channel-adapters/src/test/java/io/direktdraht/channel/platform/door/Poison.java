package io.direktdraht.channel.platform.door;

/// A text over which the worker falls each time.
final class Poison {
  static final String TEXT = "poison";

  private Poison() {}

  /// Hides nothing, and ends as a regular expression may.
  static String masked(String text) {
    if (text.equals(TEXT)) throw new StackOverflowError(TEXT);
    return text;
  }
}
