package io.direktdraht.bot.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a short message means after what the bot said last.
final class FollowUp {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final int LONGEST = 60;
  private static final List<Pattern> PLACES =
      List.of(
          Pattern.compile(
              "\\b(erste[nrsm]?|1|eins|first( one)?|former|yes|ja|jo|genau|richtig|right|correct|exactly)\\b",
              FLAGS),
          Pattern.compile("\\b(zweite[nrsm]?|2|zwei|second( one)?|latter)\\b", FLAGS),
          Pattern.compile("\\b(dritte[nrsm]?|3|drei|third( one)?)\\b", FLAGS));
  private static final Pattern ANOTHER =
      Pattern.compile(
          "\\b(ander(e[nrsm]?)|zweite[nrsm]?|nächste[nrsm]?|other|second|next)( \\w+)? "
              + "(bestellung|order|auftrag|paket|sendung|lieferung|parcel|package|delivery|one)\\b",
          FLAGS);

  private static final Pattern YES =
      Pattern.compile(
          "\\W*(ja|jo|jep|jawohl|gerne?|bitte|ok(ay)?|yes|yeah|yep|sure|please)"
              + "(\\W+(ja|gerne?|bitte|danke|please|thanks|thank you))*\\W*",
          FLAGS);
  private static final Pattern NO =
      Pattern.compile(
          "\\W*(nein|nö|nee|no|nope|nicht nötig|not needed|not necessary)"
              + "(\\W+(danke|thanks|thank you|nicht nötig|not needed))*\\W*",
          FLAGS);

  private FollowUp() {}

  static boolean yes(String text) {
    return YES.matcher(text).matches();
  }

  static boolean no(String text) {
    return NO.matcher(text).matches();
  }

  /// Which of the offered ones "das zweite" or "ja genau" means. The last place named counts, so
  /// that "nein, das zweite" is the second.
  static Optional<String> chosen(String text, List<String> offered) {
    if (text.length() > LONGEST) return Optional.empty();
    for (int place = Math.min(PLACES.size(), offered.size()) - 1; place >= 0; place--)
      if (PLACES.get(place).matcher(text).find()) return Optional.of(offered.get(place));
    return Optional.empty();
  }

  /// "und die andere Bestellung?"
  static boolean anotherOrder(String text) {
    return text.length() <= LONGEST && ANOTHER.matcher(text).find();
  }
}
