package io.direktdraht.server.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /// Runs a main class of this test's class path.
  public static ChildJvm start(Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xshare:auto"));
    // Its classes were verified here already; it only has to start fast.
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(), main.getName()));
    command.addAll(arguments);
    try {
      var errors = Files.createTempFile("child", ".log");
      errors.toFile().deleteOnExit();
      var builder = new ProcessBuilder(command).redirectError(errors.toFile());
      return new ChildJvm(builder.start(), errors);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Surefire may hide the class path in a manifest; it tells the true one here.
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
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
