package io.direktdraht.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.intents.Language;
import io.direktdraht.server.evaluate.EvaluateOrder;
import io.direktdraht.server.evaluate.Question;
import io.direktdraht.server.exchange.ExchangeOrder;
import io.direktdraht.server.exchange.ForeignFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final Path HERE = Path.of("");

  @Test
  void turnsOptionsIntoProperties() {
    var read =
        CommandLine.read(
            HERE, "--demo", "--port", "0", "--data", "x", "--database-url", "jdbc:h2:x");
    assertThat(read)
        .isInstanceOfSatisfying(
            CommandLine.Serve.class,
            serve ->
                assertThat(serve.properties())
                    .containsExactly(
                        "--direktdraht.demo=true",
                        "--server.port=0",
                        "--direktdraht.data=" + HERE.resolve("x"),
                        "--direktdraht.database.url=jdbc:h2:x",
                        "--logging.structured.format.console=lines"));
  }

  @Test
  void writesItsLogForMachinesUnlessTheDemoIsShownToPeople() {
    var format = "--logging.structured.format.console=logstash";
    assertThat(properties("--port", "0")).containsExactly("--server.port=0");
    assertThat(properties("--demo", format)).containsExactly("--direktdraht.demo=true", format);
  }

  private static List<String> properties(String... arguments) {
    return ((CommandLine.Serve) CommandLine.read(HERE, arguments)).properties();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port=0                      | --port 0
          --data=x                      | --data x
          --database-url=jdbc:h2:x;A=B  | --database-url jdbc:h2:x;A=B
          --demo=true                   | --demo
          --data=x --port=1 --demo=true | --data x --port 1 --demo
          reset-password ana --data=x   | reset-password ana --data x
          """)
  void takesAValueAfterEqualsToo(String line, String same) {
    assertThat(CommandLine.read(HERE, line.split(" ")))
        .isEqualTo(CommandLine.read(HERE, same.split(" ")))
        .isNotInstanceOf(CommandLine.Say.class);
  }

  @Test
  void thereIsNoDemoWhereItIsDeclined() {
    assertThat(properties("--demo=false")).containsExactly("--direktdraht.demo=false");
  }

  @Test
  void passesOnWhatAreSettings() {
    var settings =
        new String[] {
          "--direktdraht.database.url=jdbc:h2:x",
          "--server.port=0",
          "--spring.main.banner-mode=off",
          "--logging.level.root=info",
          "--management.server.port=9"
        };
    assertThat(properties(settings)).containsExactly(settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --databse-url=jdbc:h2:x     | unknown: --databse-url
          --database.url=jdbc:h2:x    | unknown: --database.url
          --server=x                  | unknown: --server
          --desk.capacity=5           | unknown: --desk.capacity
          --demos                     | unknown: --demos
          -x                          | unknown: -x
          --demo=maybe                | --demo must be true or false, was maybe
          --port 1 --port=2           | --port is given twice
          --port=x                    | --port must be 0 to 65535, was x
          --port=                     | --port needs a value
          --database-url=             | --database-url needs a value
          --data                      | --data needs a value
          --data --demo               | --data needs a value
          """)
  void saysWhatIsWrongWithAnOption(String line, String message) {
    assertThat(CommandLine.read(HERE, line.split(" ")))
        .isEqualTo(
            new CommandLine.Say(message + System.lineSeparator() + "see ./direktdraht --help", 2));
  }

  @Test
  void readsTheResetOfAPassword() {
    assertThat(CommandLine.read(HERE, "reset-password", "ana", "--data", "x"))
        .isInstanceOfSatisfying(
            CommandLine.Reset.class,
            reset -> {
              assertThat(reset.name()).isEqualTo("ana");
              assertThat(reset.properties())
                  .containsExactly(
                      "--direktdraht.data=" + HERE.resolve("x"),
                      "--logging.structured.format.console=lines");
            });
  }

  @Test
  void readsWhatToEvaluate() {
    var read =
        CommandLine.read(
            Path.of("/home/ana"),
            "evaluate",
            "--intents",
            "i.tsv",
            "--conversations=/data/c.jsonl",
            "--json",
            "--errors",
            "e.tsv");
    assertThat(read)
        .isEqualTo(
            new CommandLine.Evaluate(
                new EvaluateOrder(
                    Map.of(
                        Question.INTENTS,
                        Path.of("/home/ana/i.tsv"),
                        Question.CONVERSATIONS,
                        Path.of("/data/c.jsonl")),
                    null,
                    true,
                    Path.of("/home/ana/e.tsv"),
                    null)));
  }

  @Test
  void readsWhatToCarryOver() {
    assertThat(CommandLine.read(HERE, "import", "--from", "rasa", "nlu.yml", "--language", "de"))
        .isEqualTo(
            new CommandLine.Exchange(
                new ExchangeOrder.Import(
                    ForeignFormat.RASA, Path.of("nlu.yml"), Path.of("imported"), Language.DE)));
    assertThat(CommandLine.read(HERE, "export", "--to", "csv", "x.csv", "--catalogue", "c"))
        .isEqualTo(
            new CommandLine.Exchange(
                new ExchangeOrder.Export(ForeignFormat.CSV, Path.of("x.csv"), Path.of("c"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          evaluate                               | evaluate needs a file, e.g. --intents FILE
          evaluate --json                        | evaluate needs a file, e.g. --intents FILE
          evaluate --intents                     | --intents needs a value
          evaluate --intents --json              | --intents needs a value
          evaluate --intent x                    | unknown: --intent
          evaluate --intents x y                 | unknown: y
          evaluate --intents x --intents y       | --intents is given twice
          import x                               | --from is missing
          import --from rasa                     | the file is missing
          import --from wit x                    | --from must be one of rasa, dialogflow, csv, was wit
          import --from csv x --language fr      | --language must be de or en, was fr
          export --to dialogflow x               | --to must be one of rasa, csv, was dialogflow
          export --to csv x y                    | unknown: y
          """)
  void saysWhatIsWrongWithACommand(String line, String message) {
    assertThat(CommandLine.read(HERE, line.split(" ")))
        .isEqualTo(
            new CommandLine.Say(message + System.lineSeparator() + "see ./direktdraht --help", 2));
  }

  @Test
  void helps() {
    assertThat(CommandLine.read(HERE, "evaluate", "--help"))
        .isEqualTo(new CommandLine.Say(CommandLine.HELP, 0));
    assertThat(CommandLine.read(HERE, "--help"))
        .isEqualTo(new CommandLine.Say(CommandLine.HELP, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 70000", "start", "--demos"})
  void refusesNonsense(String line) {
    assertThat(CommandLine.read(HERE, line.split(" ")))
        .isInstanceOfSatisfying(
            CommandLine.Say.class, say -> assertThat(say.status()).isEqualTo(2));
  }

  @Test
  void dataLieWhereTheCommandIsGiven() {
    var line = CommandLine.read(Path.of("/there"), "--data", "shop");
    assertThat(line).isEqualTo(new CommandLine.Serve(List.of("--direktdraht.data=/there/shop")));
  }
}
