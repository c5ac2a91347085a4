package io.direktdraht.intents.exchange;

import java.util.Set;
import java.util.regex.Pattern;

/// Text as a YAML scalar.
final class Quoted {
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Set<String> MEAN_SOMETHING =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private Quoted() {}

  static String text(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /// Without quotation marks where none are needed.
  static String name(String name) {
    return PLAIN.matcher(name).matches() && !MEAN_SOMETHING.contains(name) ? name : text(name);
  }
}
