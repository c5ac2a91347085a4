package io.direktdraht.intents.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text as the learner sees it: lower case, umlauts and digits folded, words parted by one space.
public final class NormalText {
  /// Longer messages carry no more meaning for intents and would only cost time.
  private static final int LONGEST = 2_000;

  private static final String ANGRY = "😠😡🤬👿💢🖕👎";
  private static final String SAD = "😢😭😞😔😟😰😥💔🥺😩😫";
  private static final String ROLLING_EYES = "🙄😒🤦🤷😑🤡";

  private NormalText() {}

  public static String of(String text) {
    return String.join(" ", words(text));
  }

  public static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var folded = fold(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '\'' || c == '’' || c == '\u00AD') {
        continue; // don't and dont are one word
      }
      if (Character.isLetterOrDigit(c)) {
        append(word, Character.isDigit(c) ? '0' : c);
      } else {
        flush(word, words);
        if (c == '?' || c == '!' || c == '€' || c == '%') {
          words.add(String.valueOf(c));
        } else if (Character.isHighSurrogate(c) && folded.codePointAt(i) > 0xFFFF) {
          word.append(mood(folded.codePointAt(i)));
          flush(word, words);
        }
      }
    }
    flush(word, words);
    return words;
  }

  /// One sign for all emoji of a mood: there are too many to learn each.
  private static char mood(int emoji) {
    if (ANGRY.indexOf(emoji) >= 0) return '\u26A1';
    if (SAD.indexOf(emoji) >= 0) return '\u2639';
    return ROLLING_EYES.indexOf(emoji) >= 0 ? '\u2601' : '\u263A';
  }

  /// NFKC, lower case, ß to ss; ä, ae and a without its dots all become a, because people type all
  /// three; accents that remain are dropped.
  public static String fold(String text) {
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var lower = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(lower.length() + 8);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      switch (c) {
        case 'ß' -> out.append("ss");
        case 'e' -> {
          if (out.isEmpty() || "aou".indexOf(out.charAt(out.length() - 1)) < 0) {
            out.append(c);
          }
        }
        default -> out.append(c < 0x80 ? c : plain(c));
      }
    }
    return out.toString();
  }

  private static char plain(char c) {
    return Character.isSurrogate(c)
        ? c
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }

  private static void append(StringBuilder word, char c) {
    int n = word.length();
    boolean third = n >= 2 && word.charAt(n - 1) == c && word.charAt(n - 2) == c;
    if (!third || (c == '0' && n < 8)) {
      word.append(c);
    }
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty() && (words.isEmpty() || !words.getLast().contentEquals(word))) {
      words.add(word.toString());
    }
    word.setLength(0);
  }
}
