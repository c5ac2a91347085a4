package io.direktdraht.server.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// With which classes and options a JVM of the tests starts.
public record Start(String classPath, List<String> options) {
  /// Quick to start, slow in the long run.
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx256m",
          "--enable-native-access=ALL-UNNAMED");

  public Start {
    options = List.copyOf(options);
  }

  /// Its classes were verified here already; it only has to start fast.
  public static Start plain() {
    return new Start(
        here(),
        and("-Xshare:auto", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
  }

  /// Starts in half the time, since one process, which ends when nobody commands it, has loaded and
  /// linked the classes beforehand (JEP 514).
  static Start trained(Class<?> main, List<String> arguments) {
    try {
      var folder = folder();
      var classes = jars(folder);
      var cache = folder.resolve(main.getSimpleName() + ".aot");
      var training = new Start(classes, and("-XX:AOTCacheOutput=" + cache));
      var log = folder.resolve("training.log").toFile();
      var ended =
          new ProcessBuilder(training.command(main, arguments))
              .redirectInput(
                  ProcessBuilder.Redirect.from(Files.createTempFile("no", "thing").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start()
              .waitFor();
      if (ended != 0 || !Files.exists(cache))
        throw new AssertionError("no training:\n" + Files.readString(log.toPath()));
      return new Start(classes, and("-XX:AOTCache=" + cache));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /// One for each test process, since several run beside each other; it goes with it.
  private static Path folder() throws IOException {
    var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "starts");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> gone(folder)));
    return folder;
  }

  private static void gone(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException left) {
      System.err.println(folder + " is left: " + left);
    }
  }

  List<String> command(Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(arguments);
    return command;
  }

  private static List<String> and(String... more) {
    return Stream.concat(SMALL.stream(), Stream.of(more)).toList();
  }

  /// Surefire may hide the class path in a manifest; it tells the true one here.
  private static String here() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
  }

  /// A cache knows no folders: each becomes a jar.
  private static String jars(Path folder) {
    return Stream.of(here().split(File.pathSeparator))
        .map(one -> Files.isDirectory(Path.of(one)) ? jar(Path.of(one), folder) : one)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Path classes, Path folder) {
    var jar = folder.resolve(classes.getFileName() + ".jar").toString();
    var tool = ToolProvider.findFirst("jar").orElseThrow();
    int failed = tool.run(System.out, System.err, "-cf", jar, "-C", classes.toString(), ".");
    if (failed != 0) throw new AssertionError("no jar of " + classes);
    return jar;
  }
}
