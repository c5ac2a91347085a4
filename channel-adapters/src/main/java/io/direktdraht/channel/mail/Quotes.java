package io.direktdraht.channel.mail;

import java.util.List;
import java.util.Locale;

/// Cuts off what a mail only repeats: quotations below the answer and the signature. Line by line
/// and without patterns that could be made to take long. Answers between quoted lines stay as they
/// are, and so does a mail of which nothing would be left.
final class Quotes {
  private static final int LINES = 5_000;
  private static final int LOOKED_AT = 1_000;

  /// How a line begins and what it contains when a quotation follows; it ends with a colon.
  private record Opening(String begins, String contains) {}

  private static final List<Opening> OPENINGS =
      List.of(
          new Opening("on ", "wrote"),
          new Opening("am ", "schrieb"),
          new Opening("le ", "a écrit"),
          new Opening("el ", "escribió"),
          new Opening("il ", "ha scritto"),
          new Opening("op ", "schreef"),
          new Opening("w dniu ", "pisze"));
  private static final List<String> RULES =
      List.of(
          "-----original message-----",
          "-----ursprüngliche nachricht-----",
          "________________________________");
  private static final List<List<String>> HEADERS =
      List.of(
          List.of("from:", "von:", "de:"),
          List.of("sent:", "gesendet:", "envoyé :", "date:", "datum:"),
          List.of("to:", "an:", "à :"),
          List.of("subject:", "betreff:", "objet :"));
  private static final List<String> PHONES =
      List.of("sent from my ", "von meinem ", "gesendet von meinem ", "get outlook for ");

  private Quotes() {}

  static String stripped(String full) {
    var lines = full.lines().toList();
    if (lines.size() > LINES) return full;
    int cut = quotation(lines);
    if (answersBelow(lines, cut)) return full;
    int end = signature(lines.subList(0, cut));
    var left = String.join("\n", lines.subList(0, end)).strip();
    return left.isEmpty() ? full.strip() : left;
  }

  /// The first line of what is quoted; the number of lines when nothing is.
  private static int quotation(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var line = line(lines, i);
      if (line.startsWith(">") || RULES.stream().anyMatch(line::startsWith)) return i;
      if (opens(line) || (i + 1 < lines.size() && opensOver(lines, i)) || headers(lines, i))
        return i;
    }
    return lines.size();
  }

  private static boolean opens(String line) {
    return line.endsWith(":")
        && OPENINGS.stream()
            .anyMatch(one -> line.startsWith(one.begins()) && line.contains(one.contains()));
  }

  /// The opening may be wrapped over two or three lines, with a quotation below.
  private static boolean opensOver(List<String> lines, int i) {
    var begins = line(lines, i);
    if (OPENINGS.stream().noneMatch(one -> begins.startsWith(one.begins()))) return false;
    var two = begins + " " + line(lines, i + 1);
    return opens(two) || opens(two + " " + line(lines, i + 2));
  }

  /// Two header lines or more, as Outlook writes above what it quotes.
  private static boolean headers(List<String> lines, int i) {
    if (HEADERS.getFirst().stream().noneMatch(line(lines, i)::startsWith)) return false;
    int found = 1;
    for (int next = i + 1; next <= i + 4; next++) {
      var line = line(lines, next);
      if (HEADERS.stream().skip(1).anyMatch(names -> names.stream().anyMatch(line::startsWith)))
        found++;
    }
    return found >= 3;
  }

  /// Something of one's own after a quoted line.
  private static boolean answersBelow(List<String> lines, int cut) {
    boolean quoted = false;
    for (int i = cut; i < lines.size(); i++) {
      var line = line(lines, i);
      if (line.startsWith(">")) quoted = true;
      else if (quoted && !line.isEmpty() && !lines.get(i).equals("-- "))
        return !afterSignature(lines, i);
    }
    return false;
  }

  private static boolean afterSignature(List<String> lines, int i) {
    return lines.subList(0, i).contains("-- ");
  }

  /// Whether what stands below a quotation is no more than who is quoted, or a signature.
  static boolean nothing(String below) {
    var lines = below.lines().map(String::strip).filter(one -> !one.isEmpty()).toList();
    int i = 0;
    while (i < lines.size() && opens(line(lines, i))) i++;
    return i == lines.size()
        || lines.get(i).equals("--")
        || (i + 1 == lines.size() && PHONES.stream().anyMatch(line(lines, i)::startsWith));
  }

  private static int signature(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) if (lines.get(i).equals("-- ")) return i;
    int end = lines.size();
    while (end > 0 && line(lines, end - 1).isEmpty()) end--;
    boolean phone = end > 0 && PHONES.stream().anyMatch(line(lines, end - 1)::startsWith);
    return phone ? end - 1 : end;
  }

  private static String line(List<String> lines, int i) {
    if (i >= lines.size()) return "";
    var line = lines.get(i);
    return line.substring(0, Math.min(line.length(), LOOKED_AT)).strip().toLowerCase(Locale.ROOT);
  }
}
