package io.direktdraht.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void turnsOptionsIntoProperties() {
    var read =
        CommandLine.read("--demo", "--port", "0", "--data", "x", "--database-url", "jdbc:h2:x");
    assertThat(read)
        .isInstanceOfSatisfying(
            CommandLine.Serve.class,
            serve ->
                assertThat(serve.properties())
                    .containsExactly(
                        "--direktdraht.demo=true",
                        "--server.port=0",
                        "--direktdraht.data=x",
                        "--direktdraht.database.url=jdbc:h2:x"));
  }

  @Test
  void readsTheResetOfAPassword() {
    assertThat(CommandLine.read("reset-password", "ana", "--data", "x"))
        .isInstanceOfSatisfying(
            CommandLine.Reset.class,
            reset -> {
              assertThat(reset.name()).isEqualTo("ana");
              assertThat(reset.properties()).containsExactly("--direktdraht.data=x");
            });
  }

  @Test
  void helps() {
    assertThat(CommandLine.read("--help")).isEqualTo(new CommandLine.Say(CommandLine.HELP, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 70000", "start", "--demos"})
  void refusesNonsense(String line) {
    assertThat(CommandLine.read(line.split(" ")))
        .isInstanceOfSatisfying(
            CommandLine.Say.class, say -> assertThat(say.status()).isEqualTo(2));
  }
}
