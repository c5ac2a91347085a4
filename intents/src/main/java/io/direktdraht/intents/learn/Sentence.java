package io.direktdraht.intents.learn;

import io.direktdraht.intents.Language;

/// A text, cut into its grams once for everybody who reads it.
public record Sentence(String text, Language language, Grams grams) {
  public static Sentence of(String text, Language language) {
    return new Sentence(text, language, Grams.of(text));
  }
}
