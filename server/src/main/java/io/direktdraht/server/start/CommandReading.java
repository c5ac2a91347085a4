package io.direktdraht.server.start;

import io.direktdraht.intents.Language;
import io.direktdraht.server.evaluate.EvaluateOrder;
import io.direktdraht.server.evaluate.Question;
import io.direktdraht.server.exchange.ExchangeOrder;
import io.direktdraht.server.exchange.ForeignFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what follows a command into an order. File names are relative to `here`, where the command
/// was given.
record CommandReading(Path here) {
  private static final String CATALOGUE = "--catalogue";
  private static final String IMPORTED = "imported";
  private static final String DEMO = "--demo";
  private static final String LOG_FORMAT = "--logging.structured.format.console=";

  /// Spring takes any name there is, and nobody would learn of one that is misspelt.
  private static final Predicate<String> SETTING =
      Pattern.compile("--(direktdraht|server|spring|logging|management)\\.[^=]+=.*")
          .asMatchPredicate();

  CommandLine start(List<String> arguments) {
    var options =
        arguments.stream()
            .filter(SETTING.negate())
            .map(option -> option.equals(DEMO) ? DEMO + "=true" : option)
            .toList();
    var valued = Set.of(DEMO, "--port", "--data", "--database-url", "reset-password");
    var flags = Flags.read(options, valued, Set.of());
    flags.noWord();
    var properties = new ArrayList<String>();
    var demo = flags.value(DEMO);
    if (demo != null) properties.add("--direktdraht.demo=" + yesOrNo(demo));
    var port = flags.value("--port");
    if (port != null) properties.add("--server.port=" + port(port));
    var data = flags.value("--data");
    if (data != null) properties.add("--direktdraht.data=" + here.resolve(data));
    var database = flags.value("--database-url");
    if (database != null) properties.add("--direktdraht.database.url=" + database);
    arguments.stream().filter(SETTING).forEach(properties::add);
    var reset = flags.value("reset-password");
    // Whoever shows the product, or sets a password, reads the log; elsewhere a machine does.
    if (("true".equals(demo) || reset != null)
        && properties.stream().noneMatch(p -> p.startsWith(LOG_FORMAT)))
      properties.add(LOG_FORMAT + "lines");
    return reset == null
        ? new CommandLine.Serve(properties)
        : new CommandLine.Reset(reset, properties);
  }

  private static String yesOrNo(String value) {
    if (!value.equals("true") && !value.equals("false"))
      throw new IllegalArgumentException(DEMO + " must be true or false, was " + value);
    return value;
  }

  private static String port(String value) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535)
      throw new IllegalArgumentException("--port must be 0 to 65535, was " + value);
    return value;
  }

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
