package io.direktdraht.server.evaluate;

import io.direktdraht.intents.evaluate.Wrong;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every wrong line, tab separated, as it comes; without a path it goes nowhere.
final class ErrorsFile implements AutoCloseable {
  private final @Nullable PrintWriter out;

  ErrorsFile(@Nullable Path path) throws IOException {
    out =
        path == null
            ? null
            : new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    row("question", "lang", "expected", "got", "probability", "verdict", "text");
  }

  Consumer<Wrong> of(Question question) {
    return wrong ->
        row(
            question.key(),
            wrong.language(),
            wrong.expected(),
            wrong.got(),
            String.format(Locale.ROOT, "%.4f", wrong.probability()),
            wrong.verdict(),
            wrong.text());
  }

  @Override
  public void close() throws IOException {
    if (out == null) return;
    boolean failed = out.checkError();
    out.close();
    if (failed) throw new IOException("the disk took not all of it");
  }

  private void row(String... cells) {
    if (out == null) return;
    var plain = Arrays.stream(cells).map(cell -> cell.replaceAll("[\\t\\r\\n]", " "));
    out.print(plain.collect(Collectors.joining("\t", "", "\n")));
  }
}
