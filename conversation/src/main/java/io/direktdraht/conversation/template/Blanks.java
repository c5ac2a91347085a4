package io.direktdraht.conversation.template;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with variables in double braces, numbered or named. A variable outside the body bears its
/// place in its name, e.g. `head:1`.
record Blanks(String text) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\{\\s*((?:[a-z]+:)?[A-Za-z0-9_]+)\\s*}}");

  /// The same with each variable's name after `place`.
  Blanks at(String place) {
    return new Blanks(
        VARIABLE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement("{{" + place + found.group(1) + "}}")));
  }

  /// Numbers in their order, else names as they first appear.
  List<String> names() {
    var names = VARIABLE.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    return names.stream().allMatch(Blanks::number)
        ? names.stream().sorted(Comparator.comparing(Integer::valueOf)).toList()
        : names;
  }

  /// What looks like a variable in a value stays as it is.
  String filled(Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }

  /// Whether one who only counts variables, or only reads names, can tell them apart.
  boolean sound() {
    var names = names();
    boolean counted = true;
    for (int i = 0; i < names.size(); i++) counted &= names.get(i).equals("" + (i + 1));
    return (counted || names.stream().noneMatch(one -> number(one) || one.contains(":")))
        && !bare().contains("{{");
  }

  /// Without its variables.
  String bare() {
    return VARIABLE.matcher(text).replaceAll("");
  }

  /// No variable, or one, at its end.
  boolean open() {
    int first = text.indexOf("{{");
    return first < 0 || (names().size() == 1 && VARIABLE.matcher(text.substring(first)).matches());
  }

  private static boolean number(String name) {
    return name.matches("\\d{1,3}");
  }
}
