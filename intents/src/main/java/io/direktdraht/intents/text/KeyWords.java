package io.direktdraht.intents.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Brings mistyped key words back to their right form, unless the word is known to be another one.
public final class KeyWords {
  private static final int SHORTEST = 5;

  private final List<String> keys;
  private final Set<String> known;

  public KeyWords(List<String> keys, Set<String> known) {
    this.keys = keys.stream().map(NormalText::fold).toList();
    this.known = Set.copyOf(known);
  }

  /// Every word that occurs in the texts, folded.
  public static Set<String> wordsOf(List<String> texts) {
    var words = new TreeSet<String>();
    texts.forEach(text -> words.addAll(Words.of(text).folded()));
    return words;
  }

  public String corrected(String word) {
    if (word.length() < SHORTEST || word.length() > 20 || known.contains(word)) {
      return word;
    }
    for (var key : keys) {
      int allowed = key.length() >= 9 ? 2 : 1;
      if (Math.abs(key.length() - word.length()) <= allowed && distance(key, word) <= allowed) {
        return key;
      }
    }
    return word;
  }

  /// Optimal string alignment: insert, delete, replace or swap neighbours (Damerau, 1964).
  public static int distance(String left, String right) {
    var rows = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cell(rows, left, right, i, j);
      }
    }
    return rows[left.length()][right.length()];
  }

  private static int cell(int[][] rows, String left, String right, int i, int j) {
    int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(rows[i - 1][j - 1] + replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
