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
          place("erste[nrsm]?|1|eins|first|former"),
          place("zweite[nrsm]?|2|zwei|second|latter"),
          place("dritte[nrsm]?|3|drei|third"));
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
  private static final Pattern AGREEING =
      Pattern.compile(
          "^\\W*(ja|jo|jep|jawohl|gern|gerne|bitte|unbedingt|klar|natürlich|sehr gern|das wäre|yes|yeah|yep|sure|"
              + "please|absolutely|of course|definitely|that would be)\\b",
          FLAGS);
  private static final Pattern HESITATING =
      Pattern.compile(
          "\\?|\\b(aber|nicht|kein\\w*|nein|lieber (nicht|erst)|später|but|not|no|never|don.?t|later|first)\\b",
          FLAGS);
  private static final Pattern NO =
      Pattern.compile(
          "\\W*(nein|nö|nee|no|nope|nicht nötig|not needed|not necessary)"
              + "(\\W+(danke|thanks|thank you|nicht nötig|not needed))*\\W*",
          FLAGS);

  private static final Pattern RIGHT =
      Pattern.compile(
          "\\W*(ja|jo|jep|jawohl|yes|yeah|yep|ok(ay)?|das|alles|so|it|that|that.?s|it.?s|all|is|"
              + "ist|sind|are|stimmt|stimmen|passt|richtig|korrekt|genau|right|correct|exactly|"
              + "angaben|die|details|the|danke|thanks|thank you|[,.! ])+\\W*",
          FLAGS);
  private static final Pattern AGREES =
      Pattern.compile(
          "\\b(ja|jo|jep|jawohl|yes|yeah|yep|ok(ay)?|stimm(t|en)|passt|richtig|korrekt|genau|right|"
              + "correct|exactly)\\b",
          FLAGS);
  private static final Pattern WRONG =
      Pattern.compile(
          "\\W*((nein|nö|nee|no|nope|falsch|wrong|incorrect|das|die|angaben|alles|it|that|that.?s|"
              + "it.?s|details|the|is|ist|sind|are|stimm(t|en)|passt|richtig|korrekt|right|correct|"
              + "nicht( ganz)?|not( quite| all)?|leider|sorry|korrigieren)\\W*)+",
          FLAGS);
  private static final Pattern DENIES =
      Pattern.compile(
          "\\b(nein|nö|nee|no|nope|falsch|wrong|incorrect|nicht|not|korrigieren)\\b", FLAGS);

  /// "No, it is about the lamp."
  private static final Pattern RATHER =
      Pattern.compile(
          "\\W*(?:nein|nö|nee|no|nope|falsch|wrong)\\b\\W*(?<rather>\\S.{11,})",
          FLAGS | Pattern.DOTALL);

  /// "Alles klar", "ok perfect, will tell her".
  private static final Pattern SEEN =
      Pattern.compile(
          "^\\W*(ah|aha|ach so|achso|alles klar|okay|ok|gut|prima|super|perfekt|passt|verstanden|klasse|cool|"
              + "läuft|geht klar|alright|all right|got it|i see|fine|great|sweet|perfect|good|understood|right|"
              + "cheers|nice)\\b",
          FLAGS);

  private static final Pattern YET =
      Pattern.compile(
          "\\?|\\b(aber|nicht|kein\\w*|trotzdem|vergiss|egal|sondern|but|not|no|still|forget|whatever|never|wo|"
              + "wie|wann|was|warum|where|how|when|what|why|n.t)\\b",
          FLAGS);

  private FollowUp() {}

  /// An answer was taken note of, and nothing more is asked.
  static boolean seen(String text) {
    return text.length() <= LONGEST && SEEN.matcher(text).find() && !YET.matcher(text).find();
  }

  /// What was noted is right.
  static boolean right(String text) {
    return text.length() <= LONGEST && RIGHT.matcher(text).matches() && AGREES.matcher(text).find();
  }

  /// What was noted is wrong, without saying what would be right.
  static boolean wrong(String text) {
    return text.length() <= LONGEST && WRONG.matcher(text).matches() && DENIES.matcher(text).find();
  }

  /// What would be right instead.
  static Optional<String> rather(String text) {
    var said = RATHER.matcher(text);
    return said.matches() ? Optional.of(said.group("rather").strip()) : Optional.empty();
  }

  static boolean yes(String text) {
    return text.length() <= LONGEST && YES.matcher(text).matches();
  }

  /// A yes to a question that was put, whatever else is said with it: "ja, das wäre super".
  static boolean agrees(String text) {
    return yes(text)
        || (text.length() <= LONGEST
            && AGREEING.matcher(text).find()
            && !HESITATING.matcher(text).find());
  }

  static boolean no(String text) {
    return text.length() <= LONGEST && NO.matcher(text).matches();
  }

  /// Which of the offered ones "nein, das zweite" or "ja genau" means: a place and nothing else, or
  /// agreement to what was offered first. "Where is my first order?" chooses nothing.
  static Optional<String> chosen(String text, List<String> offered) {
    if (text.length() > LONGEST || offered.isEmpty()) return Optional.empty();
    for (int place = 0; place < Math.min(PLACES.size(), offered.size()); place++)
      if (PLACES.get(place).matcher(text).matches()) return Optional.of(offered.get(place));
    return right(text) && !DENIES.matcher(text).find()
        ? Optional.of(offered.getFirst())
        : Optional.empty();
  }

  private static Pattern place(String names) {
    return Pattern.compile(
        "\\W*((das|die|der|den|dem|ist|es|war|nein|nö|nee|no|nope|doch|eher|lieber|also|ja|jo|genau|bitte|"
            + "danke|nummer|option|ich|meine|meinte|nehme|the|it|is|it.?s|that|was|number|one|yes|yeah|rather|"
            + "please|thanks|i|mean|meant|(nicht|not)( (das|die|der|den|the))? (erste|zweite|dritte|first|second|third)\\w*)\\W+){0,8}("
            + names
            + ")(\\W+(one|bitte|danke|meine|meinte|ich|please|thanks|genau|ist|es|davon|is|it)){0,4}\\W*",
        FLAGS);
  }

  /// "und die andere Bestellung?"
  static boolean anotherOrder(String text) {
    return text.length() <= LONGEST && ANOTHER.matcher(text).find();
  }
}
