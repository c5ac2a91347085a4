package io.direktdraht.channel.sms;

import java.util.Locale;
import java.util.Set;

/// A message of one word that is about getting messages at all. CANCEL, END, QUIT and HELP are such
/// words where Twilio answers them itself, at numbers of the US and Canada: elsewhere they may be
/// about an order, and whoever needs help is answered like everybody else.
enum Keyword {
  STOP,
  START,
  /// Twilio has answered it.
  HELP,
  NONE;

  private static final Set<String> ANSWERING = Set.of("US", "CA");
  private static final Set<String> STOPPING =
      Set.of("stop", "stopp", "stopall", "unsubscribe", "abmelden", "abbestellen");
  private static final Set<String> STOPPING_THERE = Set.of("cancel", "end", "quit");
  private static final Set<String> STARTING = Set.of("start", "unstop", "anmelden");
  private static final Set<String> HELPING_THERE = Set.of("help", "info");

  /// `country`: of our number, in two letters, or empty.
  static Keyword of(String body, String country) {
    var word = body.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]+$", "");
    boolean answered = ANSWERING.contains(country);
    if (STOPPING.contains(word) || (answered && STOPPING_THERE.contains(word))) return STOP;
    if (STARTING.contains(word)) return START;
    return answered && HELPING_THERE.contains(word) ? HELP : NONE;
  }
}
