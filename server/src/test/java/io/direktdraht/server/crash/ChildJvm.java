package io.direktdraht.server.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A Java process that may be killed at any moment, and is after ten minutes, so that no test waits
/// for ever. What it writes to its error stream is kept in a file.
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final Path errors;

  private ChildJvm(Process process, Path errors) {
    this.process = process;
    CompletableFuture.delayedExecutor(10, TimeUnit.MINUTES).execute(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    this.lines = process.inputReader();
    this.errors = errors;
  }

  public static ChildJvm start(Start start, Class<?> main, List<String> arguments) {
    try {
      var errors = Files.createTempFile("child", ".log");
      errors.toFile().deleteOnExit();
      var builder =
          new ProcessBuilder(start.command(main, arguments)).redirectError(errors.toFile());
      return new ChildJvm(builder.start(), errors);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public void say(String line) {
    try {
      var out = process.outputWriter();
      out.write(line);
      out.newLine();
      out.flush();
    } catch (IOException dead) {
      // Its answer will be missing, which says the same.
    }
  }

  /// The next line, or empty when the process died.
  public Optional<String> hear() {
    try {
      return Optional.ofNullable(lines.readLine());
    } catch (IOException dead) {
      return Optional.empty();
    }
  }

  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  public void awaitEnd() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS))
        throw new AssertionError("the process lives on: " + complaints());
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  public boolean alive() {
    return process.isAlive();
  }

  /// The end of what it wrote to its error stream.
  public String complaints() {
    try {
      var all = Files.readString(errors);
      return all.substring(Math.max(0, all.length() - 4000));
    } catch (IOException failed) {
      return failed.toString();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
