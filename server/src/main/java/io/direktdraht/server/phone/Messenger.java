package io.direktdraht.server.phone;

import java.util.Locale;

/// What the phone speaks.
enum Messenger {
  WHATSAPP("WhatsApp"),
  TELEGRAM("Telegram"),
  SMS("SMS");

  private final String title;

  Messenger(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

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
