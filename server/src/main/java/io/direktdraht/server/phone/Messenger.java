package io.direktdraht.server.phone;

import java.util.Locale;

/// What the phone speaks.
enum Messenger {
  WHATSAPP,
  TELEGRAM,
  SMS;

  /// Throws {@link IllegalArgumentException} for what it does not speak.
  static Messenger of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String line() {
    return "phone-" + channel();
  }

  String channel() {
    return name().toLowerCase(Locale.ROOT);
  }
}
