package io.direktdraht.intents.learn;

import io.direktdraht.intents.Language;

/// A text, its language, and what it means. The weight is how much it costs to be wrong about it.
public record Sample(Language language, String text, String label, float weight) {
  public Sample(Language language, String text, String label) {
    this(language, text, label, 1);
  }
}
