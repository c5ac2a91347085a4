package io.direktdraht.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the pages' own tests in Node, which the browser's driver needs anyway.
class JavaScriptTest {

  @ParameterizedTest
  @ValueSource(strings = {"channel-adapters", "agent-console"})
  void thePagesPassTheirOwnTests(String room) throws IOException, InterruptedException {
    var top = Path.of("").toAbsolutePath().getParent();
    var command = new ArrayList<>(List.of("node", "--test"));
    command.addAll(tests(top.resolve(room).resolve("src/test/js")));
    var process =
        new ProcessBuilder(command).directory(top.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).containsPattern("# pass [1-9]");
  }

  private static List<String> tests(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var tests =
          files.map(Path::toString).filter(name -> name.endsWith(".test.js")).sorted().toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }
}
