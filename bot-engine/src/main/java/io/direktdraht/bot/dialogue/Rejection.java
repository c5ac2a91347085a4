package io.direktdraht.bot.dialogue;

import java.util.regex.Pattern;

/// Words by which a contact says that the last answer did not help. They count only right after an
/// answer.
final class Rejection {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(hilft (mir )?(so |das |leider |überhaupt |gar )*nicht( weiter)?|bringt (mir )?nichts|"
              + "das (meine|meinte|wollte|will) ich nicht|nicht was ich (meine|meinte|wollte|gefragt)|"
              + "falsch verstanden|missverstanden|nicht verstanden|verstehst? (du |sie )?mich nicht|"
              + "das war nicht (die|meine) (frage|antwort)|ist keine antwort|beantwortet (meine|die) frage nicht|"
              + "(does ?n.?t|did ?n.?t|not|not very) help(ful)?|no help|useless|"
              + "not what i (asked|meant|want|wanted|was asking)|that.?s not (it|my question|what)|"
              + "(mis|not )under?stood|you do ?n.?t (get|understand)|wrong answer|"
              + "(does ?n.?t|did ?n.?t) answer)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /// "no" alone, right after an answer.
  private static final Pattern NO =
      Pattern.compile("\\W*(nein|nö|nee|no|nope|falsch|wrong)\\W*", Pattern.CASE_INSENSITIVE);

  /// "No, not how many", "no, I asked why".
  private static final Pattern NO_NOT =
      Pattern.compile(
          "^\\W*(nein|nö|nee|no|nope)\\b\\W+(nicht|das (war|ist) nicht|das mein|ich (mein|wollt|frag|hab gefragt)|"
              + "sondern|not\\b|that.?s not|i (mean|meant|asked|said|wanted)\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /// "No, the yellow one": an answer is no question, so that whoever says no to it wants another.
  private static final Pattern NO_BUT =
      Pattern.compile(
          "^\\W*(nein|nö|nee|no|nope|nah)\\b(?!\\W+(danke|thank|thx|worries|problem|rush|need|prob|bother|idea|doubt))\\W+\\w.*",
          Pattern.CASE_INSENSITIVE
              | Pattern.UNICODE_CASE
              | Pattern.UNICODE_CHARACTER_CLASS
              | Pattern.DOTALL);

  private static final int LONGEST = 200;

  private Rejection() {}

  /// Begins with a no and goes on.
  static boolean denies(String text) {
    return text.length() <= LONGEST && NO_BUT.matcher(text).matches();
  }

  static boolean in(String text) {
    return text.length() <= LONGEST
        && (NO.matcher(text).matches()
            || NO_NOT.matcher(text).find()
            || WORDS.matcher(text).find());
  }
}
