package io.direktdraht.intents.evaluate;

import io.direktdraht.intents.evaluate.LineFile.BadLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The tab separated evaluation files: UTF-8, one header line, no quoting.
public final class EvaluationFiles {
  private static final Set<String> LANGUAGES = Set.of("de", "en");
  private static final Set<String> FLAGS = Set.of("0", "1");
  private static final Set<String> SPLITS = Set.of("train", "test");

  private EvaluationFiles() {}

  /// A sentence and the intent that is right for it.
  public record IntentLine(String language, String intent, String text) {}

  /// A sentence that none of the intents fits.
  public record OutOfScopeLine(String language, String text) {}

  /// A sentence and whether a person must be brought in; `kind` names the emotion, where known.
  public record AlarmLine(String language, boolean expected, String kind, String text) {}

  /// A text and its label, to learn from or to be judged.
  public record LabelLine(String text, String label, boolean train) {}

  public static List<IntentLine> intents(Path file) throws BrokenEvaluationFile {
    return intentLines(file).all();
  }

  public static List<OutOfScopeLine> outOfScope(Path file) throws BrokenEvaluationFile {
    return outOfScopeLines(file).all();
  }

  public static List<AlarmLine> humanRequests(Path file) throws BrokenEvaluationFile {
    return humanRequestLines(file).all();
  }

  public static List<AlarmLine> emotions(Path file) throws BrokenEvaluationFile {
    return emotionLines(file).all();
  }

  public static LineFile<IntentLine> intentLines(Path file) {
    return table(
        file,
        List.of("lang", "intent", "text"),
        row -> new IntentLine(row.get(0), row.get(1), row.get(2)));
  }

  public static LineFile<OutOfScopeLine> outOfScopeLines(Path file) {
    return table(file, List.of("lang", "text"), row -> new OutOfScopeLine(row.get(0), row.get(1)));
  }

  public static LineFile<AlarmLine> humanRequestLines(Path file) {
    return table(
        file,
        List.of("lang", "wants_human", "text"),
        row -> new AlarmLine(row.get(0), row.get(1).equals("1"), "human", row.get(2)));
  }

  public static LineFile<AlarmLine> emotionLines(Path file) {
    return table(
        file,
        List.of("lang", "escalate", "emotion", "text"),
        row -> new AlarmLine(row.get(0), row.get(1).equals("1"), row.get(2), row.get(3)));
  }

  public static LineFile<LabelLine> labelLines(Path file) {
    return table(
        file,
        List.of("text", "label", "split"),
        row -> new LabelLine(row.get(0), row.get(1), row.get(2).equals("train")));
  }

  private static <T> LineFile<T> table(
      Path file, List<String> columns, Function<List<String>, T> make) {
    return new LineFile<>(
        file, String.join("\t", columns), line -> make.apply(checked(columns, line)));
  }

  private static List<String> checked(List<String> columns, String line) throws BadLine {
    var row = List.of(line.split("\t", -1));
    if (row.size() != columns.size())
      throw new BadLine("expected " + columns.size() + " columns, found " + row.size());
    for (int i = 0; i < row.size(); i++) {
      var value = row.get(i);
      boolean good =
          switch (columns.get(i)) {
            case "lang" -> LANGUAGES.contains(value);
            case "wants_human", "escalate" -> FLAGS.contains(value);
            case "split" -> SPLITS.contains(value);
            default -> !value.isBlank();
          };
      if (!good) throw new BadLine(columns.get(i) + " cannot be \"" + value + "\"");
    }
    return row;
  }
}
