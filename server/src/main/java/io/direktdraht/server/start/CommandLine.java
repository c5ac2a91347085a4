package io.direktdraht.server.start;

import io.direktdraht.server.evaluate.EvaluateOrder;
import io.direktdraht.server.exchange.ExchangeOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the command line asks for.
public sealed interface CommandLine {
  /// Start, with these Spring properties.
  record Serve(List<String> properties) implements CommandLine {}

  /// Give an account a new password.
  record Reset(String name, List<String> properties) implements CommandLine {}

  /// Ask files of known sentences what the bot would make of them.
  record Evaluate(EvaluateOrder order) implements CommandLine {}

  /// Carry a catalogue over from another tool, or to one.
  record Exchange(ExchangeOrder order) implements CommandLine {}

  /// Print and end.
  record Say(String text, int status) implements CommandLine {}

  String HELP =
      """
      usage: ./direktdraht [options]                 start
             ./direktdraht reset-password NAME       give an account a new password
             ./direktdraht evaluate --QUESTION FILE  what the bot makes of sentences with known meaning
             ./direktdraht import --from FORMAT FILE intents of another tool as catalogue files
             ./direktdraht export --to FORMAT FILE   the catalogue's examples for another tool
             ./direktdraht test                      every check and every test

        --demo                 with the demo shop Lindenhof, its orders and accounts
        --port PORT            default 8080
        --data DIR             where data are kept, default ./data
        --database-url URL     jdbc:postgresql:… instead of the embedded database
        --help

      evaluate (docs/evaluation.md), one or more of
        --intents FILE  --out-of-scope FILE  --human-request FILE  --emotion FILE  --conversations FILE  --train-test FILE
        --catalogue DIR        instead of the published one
        --json                 one JSON object on standard output
        --errors FILE          every wrong line, tab separated
        --report FILE          one HTML page with pictures and the worst examples
      import
        --from rasa|dialogflow|csv FILE   Dialogflow: the exported ZIP, or a folder of the same
        --into DIR             default ./imported; a file that exists is never written over
        --language de|en       default: told by each example
      export
        --to rasa|csv FILE     with --catalogue DIR instead of the published one

      Every setting of application.yml can also be given as --direktdraht.NAME=VALUE or in the environment,
      e.g. DIREKTDRAHT_DATABASE_URL, DIREKTDRAHT_MASTER_KEY.
      """;

  String LOG_FORMAT = "--logging.structured.format.console=";

  /// File names are relative to `here`.
  static CommandLine read(Path here, String... arguments) {
    var all = List.of(arguments);
    var rest = all.isEmpty() ? all : all.subList(1, all.size());
    if (rest.contains("--help") || rest.contains("-h")) return new Say(HELP, 0);
    var reading = new CommandReading(here);
    try {
      return switch (all.isEmpty() ? "" : all.getFirst()) {
        case "evaluate" -> new Evaluate(reading.evaluate(rest));
        case "import" -> new Exchange(reading.bringIn(rest));
        case "export" -> new Exchange(reading.bringOut(rest));
        default -> start(here, arguments);
      };
    } catch (IllegalArgumentException wrong) {
      return wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private static CommandLine start(Path here, String... arguments) {
    var properties = new ArrayList<String>();
    String reset = null;
    boolean readable = false;
    for (var rest = List.of(arguments).iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      switch (argument) {
        case "--help", "-h" -> {
          return new Say(HELP, 0);
        }
        case "--demo" -> {
          properties.add("--direktdraht.demo=true");
          readable = true;
        }
        case "--port", "--data", "--database-url", "reset-password" -> {
          if (!rest.hasNext()) return wrong(argument + " needs a value");
          var value = rest.next();
          switch (argument) {
            case "--port" -> {
              if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535)
                return wrong("--port must be 0 to 65535, was " + value);
              properties.add("--server.port=" + value);
            }
            case "--data" -> properties.add("--direktdraht.data=" + here.resolve(value));
            case "--database-url" -> properties.add("--direktdraht.database.url=" + value);
            default -> reset = value;
          }
        }
        default -> {
          if (!argument.matches("--[a-z][a-z0-9.-]*=.*")) return wrong("unknown: " + argument);
          properties.add(argument);
        }
      }
    }
    // Whoever shows the product, or sets a password, reads the log; elsewhere a machine does.
    if ((readable || reset != null) && properties.stream().noneMatch(p -> p.startsWith(LOG_FORMAT)))
      properties.add(LOG_FORMAT + "lines");
    return reset == null ? new Serve(properties) : new Reset(reset, properties);
  }

  private static CommandLine wrong(String what) {
    return new Say(what + System.lineSeparator() + "see ./direktdraht --help", 2);
  }
}
