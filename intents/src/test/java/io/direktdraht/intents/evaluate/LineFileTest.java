package io.direktdraht.intents.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  private Path path;

  @BeforeEach
  void name(@TempDir Path folder) {
    path = folder.resolve("lines.tsv");
  }

  @Test
  void readsLinesAsEveryEditorWritesThem() throws Exception {
    assertThat(lines("\uFEFFhead\r\neins\r\nzwei").all()).containsExactly("eins", "zwei");
    assertThat(lines("head\nä\u2028b\n😀\n").all()).containsExactly("ä\u2028b", "😀");
    assertThat(lines("head\na\nb\n").count()).isEqualTo(2);
  }

  @Test
  void namesTheLineThatIsNotUtf8() throws IOException {
    Files.write(path, "head\ngut\nschön\n".getBytes(StandardCharsets.ISO_8859_1));
    broken(new LineFile<>(path, "head", line -> line), ":3: is not UTF-8");
  }

  @Test
  void namesTheLineThatCannotBeUsed() throws IOException {
    lines("head\n1\nx\n");
    LineFile.Parsing<String> never =
        line -> {
          throw new LineFile.BadLine("no " + line);
        };
    broken(new LineFile<>(path, "head", never), ":2: no 1");
  }

  @Test
  void needsTheHeaderAndAtLeastOneLine() throws IOException {
    broken(lines(""), ":1: expected the header head");
    broken(lines("kopf\nx\n"), ":1: expected the header head");
    broken(lines("head\n"), ":2: holds no line to evaluate");
    Files.delete(path);
    broken(new LineFile<>(path, "head", line -> line), ": does not exist");
  }

  private LineFile<String> lines(String text) throws IOException {
    Files.writeString(path, text);
    return new LineFile<>(path, "head", line -> line);
  }

  private void broken(LineFile<String> file, String message) {
    assertThatExceptionOfType(BrokenEvaluationFile.class)
        .isThrownBy(file::count)
        .withMessage(path + message);
  }
}
