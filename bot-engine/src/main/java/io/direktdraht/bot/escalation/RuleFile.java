package io.direktdraht.bot.escalation;

import io.direktdraht.intents.catalogue.Problem;
import io.direktdraht.intents.catalogue.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads the rules, from an operator's file or as they ship with the product.
public final class RuleFile {
  private static final String NAME = "escalation.yml";

  private RuleFile() {}

  /// What came of reading: rules, or everything that is wrong with them.
  public sealed interface Read {
    record Valid(Rules rules) implements Read {}

    record Broken(List<Problem> problems) implements Read {
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  public static Read load(Path file) {
    var name = String.valueOf(file.getFileName());
    try {
      return RulesReading.read(new SourceFile(name, Files.readString(file)));
    } catch (CharacterCodingException notUtf8) {
      return broken(name, "is not UTF-8");
    } catch (IOException e) {
      return broken(file.toString(), "cannot be read: " + e);
    }
  }

  public static Read bundled() {
    try (var in = RuleFile.class.getResourceAsStream("/" + NAME)) {
      if (in == null) return broken(NAME, "is missing");
      return RulesReading.read(
          new SourceFile(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + NAME, e);
    }
  }

  private static Read broken(String file, String message) {
    return new Read.Broken(List.of(new Problem(file, 0, message)));
  }
}
