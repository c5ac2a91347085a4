package io.direktdraht.server.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The formats of other tools.
public enum ForeignFormat {
  RASA,
  DIALOGFLOW,
  CSV;

  /// `option` is where the word was given, for the message when it is none of these.
  public static ForeignFormat named(String option, String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(option + " must be one of " + words() + ", was " + word));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String words() {
    return Arrays.stream(values()).map(ForeignFormat::word).collect(Collectors.joining(", "));
  }
}
