package io.direktdraht.conversation.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Makes of a name that a stranger chose one that harms nobody: no folders, nothing invisible,
/// nothing that turns the reading direction, nothing that a file system keeps for itself.
public final class FileName {
  private static final int LONGEST = 100;
  private static final String NAMELESS = "file";

  /// Device names of Windows (Microsoft, "Naming Files, Paths, and Namespaces").
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "lpt1");

  private FileName() {}

  public static String cleaned(String name) {
    var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    var last = composed.substring(composed.lastIndexOf('/') + 1);
    last = last.substring(last.lastIndexOf('\\') + 1);
    var clean = new StringBuilder();
    last.codePoints()
        .filter(FileName::visible)
        .map(FileName::harmless)
        .forEach(clean::appendCodePoint);
    var stripped = clean.toString().strip().replaceFirst("^\\.+", "").replaceFirst("[. ]+$", "");
    if (stripped.isEmpty()) return NAMELESS;
    var stem = stripped.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    return shortened(DEVICES.contains(stem) ? "_" + stripped : stripped);
  }

  /// The name, with this ending unless it has one of these already.
  static String ending(String name, Iterable<String> endings) {
    var lower = name.toLowerCase(Locale.ROOT);
    for (var one : endings) if (lower.endsWith("." + one)) return name;
    return name + "." + endings.iterator().next();
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static int harmless(int c) {
    return "<>:\"|?*%;".indexOf(c) >= 0 ? '_' : c;
  }

  /// The ending stays, as it tells people what the file is.
  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) return name;
    int dot = name.lastIndexOf('.');
    var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int keep = LONGEST - ending.codePointCount(0, ending.length());
    return name.substring(0, name.offsetByCodePoints(0, keep)) + ending;
  }
}
