package io.direktdraht.channel.render;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Splits a text into parts that fit: after a paragraph if it can, else after a sentence, else
/// after a word, else after what a reader sees as one character. The parts, put together, are the
/// text.
public final class Splitting {
  private Splitting() {}

  public static List<String> parts(String text, Limit limit) {
    var parts = new ArrayList<String>();
    var rest = text;
    while (!limit.fits(rest)) {
      int end = end(rest, limit);
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    if (!rest.isEmpty()) parts.add(rest);
    return parts;
  }

  private static int end(String text, Limit limit) {
    var seen = visible(text, limit);
    if (seen.isEmpty()) return oversized(text, limit);
    int paragraph = text.lastIndexOf('\n', seen.last() - 1) + 1;
    if (paragraph > 0 && seen.contains(paragraph)) return paragraph;
    int sentence = boundary(BreakIterator.getSentenceInstance(Locale.ROOT), text, seen);
    if (sentence > 0) return sentence;
    int word = boundary(BreakIterator.getLineInstance(Locale.ROOT), text, seen);
    return word > 0 ? word : seen.last();
  }

  /// Where what a reader sees as one character ends, as far as it fits.
  private static NavigableSet<Integer> visible(String text, Limit limit) {
    var ends = new TreeSet<Integer>();
    // More UTF-16 units than the limit never fit, whatever the unit; the rest is context.
    var window = text.substring(0, Math.min(text.length(), limit.most() + 1));
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int size = 0;
    int begin = 0;
    for (int end = characters.next();
        end != BreakIterator.DONE && end <= window.length();
        end = characters.next()) {
      size += limit.size(text.substring(begin, end));
      if (size > limit.most()) break;
      ends.add(end);
      begin = end;
    }
    return ends;
  }

  private static int boundary(BreakIterator boundaries, String text, NavigableSet<Integer> seen) {
    boundaries.setText(text);
    int end = boundaries.isBoundary(seen.last()) ? seen.last() : boundaries.preceding(seen.last());
    while (end > 0 && !seen.contains(end)) end = boundaries.previous();
    return Math.max(end, 0);
  }

  /// One visible character that is longer than the limit, such as a letter under a thousand
  /// accents: no code point is torn.
  private static int oversized(String text, Limit limit) {
    int end = 0;
    int size = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      size += limit.size(text.substring(end, next));
      if (size > limit.most()) break;
      end = next;
    }
    return end;
  }
}
