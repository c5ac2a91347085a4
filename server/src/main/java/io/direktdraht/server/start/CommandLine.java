package io.direktdraht.server.start;

import java.util.ArrayList;
import java.util.List;

/// What the command line asks for.
public sealed interface CommandLine {
  /// Start, with these Spring properties.
  record Serve(List<String> properties) implements CommandLine {}

  /// Give an account a new password.
  record Reset(String name, List<String> properties) implements CommandLine {}

  /// Print and end.
  record Say(String text, int status) implements CommandLine {}

  String HELP =
      """
      usage: ./direktdraht [options]                 start
             ./direktdraht reset-password NAME       give an account a new password
             ./direktdraht test                      every check and every test

        --demo                 with the demo shop Lindenhof, its orders and accounts
        --port PORT            default 8080
        --data DIR             where data are kept, default ./data
        --database-url URL     jdbc:postgresql:… instead of the embedded database
        --help

      Every setting of application.yml can also be given as --direktdraht.NAME=VALUE or in the environment,
      e.g. DIREKTDRAHT_DATABASE_URL, DIREKTDRAHT_MASTER_KEY.
      """;

  static CommandLine read(String... arguments) {
    var properties = new ArrayList<String>();
    String reset = null;
    for (var rest = List.of(arguments).iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      switch (argument) {
        case "--help", "-h" -> {
          return new Say(HELP, 0);
        }
        case "--demo" -> properties.add("--direktdraht.demo=true");
        case "--port", "--data", "--database-url", "reset-password" -> {
          if (!rest.hasNext()) return wrong(argument + " needs a value");
          var value = rest.next();
          switch (argument) {
            case "--port" -> {
              if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535)
                return wrong("--port must be 0 to 65535, was " + value);
              properties.add("--server.port=" + value);
            }
            case "--data" -> properties.add("--direktdraht.data=" + value);
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
    return reset == null ? new Serve(properties) : new Reset(reset, properties);
  }

  private static CommandLine wrong(String what) {
    return new Say(what + System.lineSeparator() + "see ./direktdraht --help", 2);
  }
}
