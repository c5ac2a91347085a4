package io.direktdraht.bot.escalation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of rules, as an operator writes them.
public final class RuleTexts {
  /// The two rules that every file must have.
  public static final String RAILS =
      """
      - {id: human_wish, reason: human_wish, when: human.wish, priority: 50}
      - {id: two_strikes, reason: two_strikes, strikes: 2, when: "true", priority: 50}
      """;

  private RuleTexts() {}

  /// One more rule, with these lines after its id.
  public static String with(String... lines) {
    return RAILS + "- id: own\n  " + String.join("\n  ", lines) + "\n";
  }

  public static RuleFile.Read read(Path folder, String text) {
    try {
      return RuleFile.load(Files.writeString(folder.resolve("escalation.yml"), text));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
