package io.direktdraht.channel.sms;

import java.util.Locale;
import java.util.Set;

/// A message of one word that is about getting messages at all. HELP is none: whoever needs help is
/// answered like everybody else. Nor are CANCEL, END and QUIT, which may be about an order; where
/// they are meant so, Twilio says it.
enum Keyword {
  STOP,
  START,
  NONE;

  private static final Set<String> STOPPING =
      Set.of("stop", "stopp", "stopall", "unsubscribe", "abmelden", "abbestellen");
  private static final Set<String> STARTING = Set.of("start", "unstop", "anmelden");

  static Keyword of(String body) {
    var word = body.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]+$", "");
    if (STOPPING.contains(word)) return STOP;
    return STARTING.contains(word) ? START : NONE;
  }
}
