package io.direktdraht.server.start;

import io.direktdraht.intents.Language;
import io.direktdraht.server.evaluate.EvaluateOrder;
import io.direktdraht.server.evaluate.Question;
import io.direktdraht.server.exchange.ExchangeOrder;
import io.direktdraht.server.exchange.ForeignFormat;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns what follows a command into an order. File names are relative to `here`, where the command
/// was given.
record CommandReading(Path here) {
  private static final String CATALOGUE = "--catalogue";
  private static final String IMPORTED = "imported";

  EvaluateOrder evaluate(List<String> arguments) {
    var valued = new HashSet<>(Set.of(CATALOGUE, "--errors", "--report"));
    for (var question : Question.values()) valued.add(question.option());
    var flags = Flags.read(arguments, valued, Set.of("--json"));
    flags.noWord();
    var files = new EnumMap<Question, Path>(Question.class);
    for (var question : Question.values()) {
      var file = path(flags.value(question.option()));
      if (file != null) files.put(question, file);
    }
    return new EvaluateOrder(
        files,
        path(flags.value(CATALOGUE)),
        flags.has("--json"),
        path(flags.value("--errors")),
        path(flags.value("--report")));
  }

  ExchangeOrder.Import bringIn(List<String> arguments) {
    var flags = Flags.read(arguments, Set.of("--from", "--into", "--language"), Set.of());
    var into = flags.value("--into");
    return new ExchangeOrder.Import(
        ForeignFormat.named("--from", flags.required("--from")),
        here.resolve(flags.word("the file")),
        here.resolve(into == null ? IMPORTED : into),
        language(flags.value("--language")));
  }

  ExchangeOrder.Export bringOut(List<String> arguments) {
    var flags = Flags.read(arguments, Set.of("--to", CATALOGUE), Set.of());
    return new ExchangeOrder.Export(
        ForeignFormat.named("--to", flags.required("--to")),
        here.resolve(flags.word("the file")),
        path(flags.value(CATALOGUE)));
  }

  private static @Nullable Language language(@Nullable String code) {
    return switch (code) {
      case null -> null;
      case "de" -> Language.DE;
      case "en" -> Language.EN;
      default -> throw new IllegalArgumentException("--language must be de or en, was " + code);
    };
  }

  private @Nullable Path path(@Nullable String name) {
    return name == null ? null : here.resolve(name);
  }
}
