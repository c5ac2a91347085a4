package io.direktdraht.server.start;

import io.direktdraht.server.evaluate.EvaluateOrder;
import io.direktdraht.server.exchange.ExchangeOrder;
import java.nio.file.Path;
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

  /// File names are relative to `here`.
  static CommandLine read(Path here, String... arguments) {
    var all = List.of(arguments);
    if (all.contains("--help") || all.contains("-h")) return new Say(HELP, 0);
    var rest = all.isEmpty() ? all : all.subList(1, all.size());
    var reading = new CommandReading(here);
    try {
      return switch (all.isEmpty() ? "" : all.getFirst()) {
        case "evaluate" -> new Evaluate(reading.evaluate(rest));
        case "import" -> new Exchange(reading.bringIn(rest));
        case "export" -> new Exchange(reading.bringOut(rest));
        default -> reading.start(all);
      };
    } catch (IllegalArgumentException wrong) {
      return wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private static CommandLine wrong(String what) {
    return new Say(what + System.lineSeparator() + "see ./direktdraht --help", 2);
  }
}
