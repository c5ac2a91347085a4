package io.direktdraht.intents.recognise;

import java.util.Locale;

/// What a message may show besides its request. All but calm are reasons to bring in a person.
public enum Feeling {
  CALM,
  ANGER,
  FRUSTRATION,
  ANXIETY,
  SADNESS,
  SARCASM,
  /// Lawyers, courts, authorities, press, chargebacks.
  THREAT_LEGAL,
  /// Danger to life or health.
  SAFETY;

  static final String CALM_LABEL = "none";

  /// As in evaluation files: the name in lower case, and `none` for calm.
  public String label() {
    return this == CALM ? CALM_LABEL : name().toLowerCase(Locale.ROOT);
  }

  static Feeling of(String label) {
    return label.equals(CALM_LABEL) ? CALM : valueOf(label.toUpperCase(Locale.ROOT));
  }
}
