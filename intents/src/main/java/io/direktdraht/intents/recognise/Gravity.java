package io.direktdraht.intents.recognise;

import java.util.Locale;

/// What makes a request too big for a bot, whatever it is about.
public enum Gravity {
  NONE,
  /// Several linked problems, a negotiation, special planning.
  COMPLEX,
  /// Somebody whom the company cannot afford to lose or to annoy, by their own words.
  VIP;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Gravity of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
