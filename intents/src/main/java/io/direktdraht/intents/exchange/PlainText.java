package io.direktdraht.intents.exchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/// Foreign names and texts as the catalogue can hold them.
final class PlainText {
  private static final int LONGEST_ID = 80;
  private static final Pattern BREAKS = Pattern.compile("\\s*[\\t\\r\\n\\u0085\\u2028\\u2029]\\s*");

  private PlainText() {}

  /// A name that is also a file name on every system.
  static String id(String name) {
    var plain =
        Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    if (plain.isEmpty()) return "intent_" + Integer.toHexString(name.hashCode());
    return plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID);
  }

  /// A name as people read it: "order.status" is "Order status".
  static String title(String name) {
    var words = line(name).replaceAll("[\\s_./\\\\-]+", " ").strip();
    if (words.isEmpty()) return id(name);
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  /// On one line, without what YAML cannot hold.
  static String line(String text) {
    return printable(BREAKS.matcher(text.strip()).replaceAll(" ")).strip();
  }

  static String lines(String text) {
    return printable(text.replace("\r\n", "\n").replace('\r', '\n').strip());
  }

  private static String printable(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> StreamReader.isPrintable(c) ? c : ' ')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
