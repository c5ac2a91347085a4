package io.direktdraht.intents.learn;

import io.direktdraht.intents.text.NormalText;
import java.util.Arrays;

/// Words and pairs of words, and character 2- to 5-grams across word borders, of one text, each as
/// a 64 bit hash: a number costs no string, and two grams of a training set practically never share
/// one.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Grams(long[] words, long[] characters) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;
  private static final long OFFSET = 0xcbf29ce484222325L; // FNV-1a, 64 bit
  private static final long PRIME = 0x100000001b3L;
  private static final long PAIR = 0x9e3779b97f4a7c15L;

  public static Grams of(String text) {
    var words = NormalText.words(text);
    var line = ' ' + String.join(" ", words) + ' ';
    return new Grams(pairs(words.stream().mapToLong(Grams::hash).toArray()), characters(line));
  }

  private static long[] pairs(long[] words) {
    var grams = new long[2 * words.length + 1];
    long before = PAIR;
    int n = 0;
    for (long word : words) {
      grams[n++] = mixed(word);
      grams[n++] = mixed(before * PAIR + word);
      before = word;
    }
    grams[n] = mixed(before * PAIR + 1);
    return grams;
  }

  private static long[] characters(String line) {
    var grams = new long[(LONGEST - SHORTEST + 1) * line.length()];
    int n = 0;
    for (int start = 0; start < line.length(); start++) {
      int last = Math.min(line.length(), start + LONGEST);
      long hash = OFFSET;
      for (int end = start; end < last; end++) {
        hash = (hash ^ line.charAt(end)) * PRIME;
        if (end - start + 1 >= SHORTEST) grams[n++] = mixed(hash);
      }
    }
    return Arrays.copyOf(grams, n);
  }

  private static long hash(String word) {
    long hash = OFFSET;
    for (int i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * PRIME;
    return hash;
  }

  /// Spreads the bits (the end of MurmurHash3), and keeps 0 free as the sign of an empty place.
  private static long mixed(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    return h == 0 ? 1 : h;
  }
}
