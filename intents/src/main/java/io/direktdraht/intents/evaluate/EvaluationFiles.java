package io.direktdraht.intents.evaluate;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads tab separated evaluation files: UTF-8, one header line, no quoting.
public final class EvaluationFiles {
  private EvaluationFiles() {}

  /// A sentence and the intent that is right for it.
  public record IntentLine(String language, String intent, String text) {}

  /// A sentence that none of the intents fits.
  public record OutOfScopeLine(String language, String text) {}

  /// A sentence and whether a person must be brought in; `kind` names the emotion, where known.
  public record AlarmLine(String language, boolean expected, String kind, String text) {}

  public static List<IntentLine> intents(Path file) throws BrokenEvaluationFile {
    return rows(file, List.of("lang", "intent", "text")).stream()
        .map(row -> new IntentLine(row.get(0), row.get(1), row.get(2)))
        .toList();
  }

  public static List<OutOfScopeLine> outOfScope(Path file) throws BrokenEvaluationFile {
    return rows(file, List.of("lang", "text")).stream()
        .map(row -> new OutOfScopeLine(row.get(0), row.get(1)))
        .toList();
  }

  public static List<AlarmLine> humanRequests(Path file) throws BrokenEvaluationFile {
    return rows(file, List.of("lang", "wants_human", "text")).stream()
        .map(row -> new AlarmLine(row.get(0), row.get(1).equals("1"), "human", row.get(2)))
        .toList();
  }

  public static List<AlarmLine> emotions(Path file) throws BrokenEvaluationFile {
    return rows(file, List.of("lang", "escalate", "emotion", "text")).stream()
        .map(row -> new AlarmLine(row.get(0), row.get(1).equals("1"), row.get(2), row.get(3)))
        .toList();
  }

  private static List<List<String>> rows(Path file, List<String> header)
      throws BrokenEvaluationFile {
    var lines = lines(file);
    if (lines.isEmpty() || !List.of(lines.getFirst().split("\t", -1)).equals(header)) {
      throw new BrokenEvaluationFile(file, 1, "expected the header " + String.join(" ", header));
    }
    var rows = new ArrayList<List<String>>();
    for (int i = 1; i < lines.size(); i++) {
      var row = List.of(lines.get(i).split("\t", -1));
      check(file, i + 1, header, row);
      rows.add(row);
    }
    return rows;
  }

  private static void check(Path file, int line, List<String> header, List<String> row)
      throws BrokenEvaluationFile {
    if (row.size() != header.size()) {
      var message = "expected " + header.size() + " columns, found " + row.size();
      throw new BrokenEvaluationFile(file, line, message);
    }
    for (int i = 0; i < row.size(); i++) {
      var value = row.get(i);
      switch (header.get(i)) {
        case "lang" -> require(value.equals("de") || value.equals("en"), file, line, "lang", value);
        case "wants_human", "escalate" ->
            require(value.equals("0") || value.equals("1"), file, line, header.get(i), value);
        default -> require(!value.isBlank(), file, line, header.get(i), value);
      }
    }
  }

  private static void require(boolean good, Path file, int line, String column, String value)
      throws BrokenEvaluationFile {
    if (!good) {
      throw new BrokenEvaluationFile(file, line, column + " cannot be \"" + value + "\"");
    }
  }

  private static List<String> lines(Path file) throws BrokenEvaluationFile {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new BrokenEvaluationFile(file, 0, "is not UTF-8");
    } catch (IOException e) {
      throw new BrokenEvaluationFile(file, 0, "cannot be read: " + e);
    }
  }
}
