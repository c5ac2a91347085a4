package io.direktdraht.intents;

import java.util.Locale;

/// The two languages the shop speaks.
public enum Language {
  DE("de"),
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The language of a code such as `de` or `de-AT`; every other code is English, which more people
  /// read.
  public static Language of(String code) {
    var primary = code.strip().toLowerCase(Locale.ROOT);
    return primary.equals("de") || primary.startsWith("de-") || primary.startsWith("de_") ? DE : EN;
  }
}
