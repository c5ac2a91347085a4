package io.direktdraht.server.start;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.direktdraht.server.Direktdraht;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/// Whoever cannot start says why in words, and by the name of the setting.
final class RefusedStartTest {
  @TempDir Path data;

  @Test
  void aValueThatMakesNoSenseIsNamed() {
    var output = start("--direktdraht.desk.capacity=0");
    assertThat(output).contains("capacity must be at least 1");
  }

  @Test
  void anInstagramAccountWithoutItsIdIsNamed() {
    var one = "--direktdraht.instagram[0].";
    var output =
        start(
            one + "line=insta",
            one + "page-id=1",
            one + "app-secret=a",
            one + "verify-token=v",
            one + "access-token=t");
    assertThat(output).contains("insta: account-id must not be empty");
  }

  @Test
  void aNameThatIsNoSettingIsNamed() {
    var output = start("--direktdraht.desk.silent-aftre=3m");
    assertThat(output).contains("direktdraht.desk.silent-aftre");
  }

  @Test
  void dataInUseAreNamedWithWhatToDo() throws IOException {
    var file = data.resolve("direktdraht.mv.db");
    try (var used = FileChannel.open(file, CREATE, READ, WRITE)) {
      used.lock();
      assertThat(start("--direktdraht.desk.capacity=5"))
          .contains("Another Direktdraht uses these data", data.toString(), "--data DIR");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
    var output =
        start("--direktdraht.database.url=jdbc:postgresql://localhost:1/x?password=geheim");
    assertThat(output)
        .contains("The database does not let us in", "localhost:1/x", "--database-url")
        .doesNotContain("geheim");
  }

  /// What is printed, as Spring Boot makes it of who explains why.
  private String start(String... settings) {
    var basics = Stream.of("--direktdraht.data=" + data, "--server.port=0");
    var told = Stream.concat(basics, Stream.of(settings)).toArray(String[]::new);
    var failure = catchThrowable(() -> SpringApplication.run(Direktdraht.class, told));
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, (_, _, _) -> {}) // some need a running context
        .stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(Objects::nonNull)
        .findFirst()
        .map(one -> one.getDescription() + "\n" + one.getAction())
        .orElse("nobody explains " + failure);
  }
}
