package io.direktdraht.intents.recognise;

import java.util.Locale;

/// What a message says about what it was told before. It counts only after an answer.
public enum Reaction {
  /// Asks, tells or wants something of its own.
  NONE,
  /// Took note of it, or the matter has settled: nothing is asked.
  NOTED,
  /// It did not help, was not what was asked, or was known before.
  REJECTED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Reaction of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
