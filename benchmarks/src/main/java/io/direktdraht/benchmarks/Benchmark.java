package io.direktdraht.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The product on each database, with few and with many stored conversations: starts everything,
/// measures, prints a table and the same as JSON.
public final class Benchmark {
  private static final JsonMapper JSON = new JsonMapper();
  private final Map<String, String> options;
  private final Path folder;

  private Benchmark(Map<String, String> options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    var options = new HashMap<String, String>();
    options.put("--stores", "h2,postgresql");
    options.put("--stored", "1000,200000");
    options.put("--fill-seconds", "120");
    options.put("--connections", "500");
    options.put("--seconds", "10");
    options.put("--warm-up", "20");
    options.put("--repetitions", "1");
    options.put("--server-options", "-XX:+UseParallelGC -Xmx1g");
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      if (options.replace(arguments[i], arguments[i + 1]) == null)
        throw new IllegalArgumentException("unknown option " + arguments[i]);
    }
    var folder = Files.createTempDirectory("direktdraht-benchmark");
    try {
      new Benchmark(options, folder).run();
    } finally {
      delete(folder);
    }
  }

  private void run() throws Exception {
    var runs = new ArrayList<Map<String, Object>>();
    for (var name : options("--stores")) {
      int filled = 0;
      long fillSeconds = Long.parseLong(option("--fill-seconds"));
      try (var store = Store.of(name, Files.createDirectory(folder.resolve(name)))) {
        for (var stored : options("--stored")) {
          int missing = Integer.parseInt(stored) - filled;
          filled += Preload.fill(store.address(), missing, Duration.ofSeconds(fillSeconds));
          for (int i = 0; i < Integer.parseInt(option("--repetitions")); i++) {
            var run = new LinkedHashMap<String, Object>(Map.of("store", name, "stored", filled));
            measure(store, run);
            runs.add(run);
            System.err.println(JSON.writeValueAsString(run));
          }
        }
      }
    }
    System.out.println(Table.of(JSON.valueToTree(runs)));
    System.out.println(JSON.writeValueAsString(Map.of("options", options, "runs", runs)));
  }

  private void measure(Store store, Map<String, Object> run) throws Exception {
    int port = freePort();
    var server = URI.create("http://127.0.0.1:" + port);
    var process =
        start(
            "BenchmarkServer",
            option("--server-options"),
            properties(store, port),
            ProcessBuilder.Redirect.DISCARD);
    try {
      awaitReady(server, process);
      run.put("settings", get(server.resolve("/bench/settings")));
      var load =
          start(
              "LoadGenerator",
              "-XX:+UseSerialGC -Xmx512m",
              List.of(
                  server.toString(),
                  option("--connections"),
                  option("--warm-up"),
                  option("--seconds")),
              ProcessBuilder.Redirect.PIPE);
      var said = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (load.waitFor() != 0) throw new IllegalStateException("the load generator failed");
      run.put("measured", JSON.readTree(said.strip()));
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
  }

  /// Only the limits of one visitor are lifted; the rest is as it ships.
  private List<String> properties(Store store, int port) {
    var properties =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--direktdraht.demo=true",
                "--direktdraht.data=" + folder.resolve("data"),
                "--direktdraht.recognition.models=benchmarks/target/models", // learnt once
                "--direktdraht.recognition.shipped-models=intents/target/models",
                "--direktdraht.database.url=" + store.address().url(),
                "--direktdraht.web.per-minute=1000000",
                "--direktdraht.web.burst=1000000"));
    add(properties, "--direktdraht.database.user=", store.address().user());
    add(properties, "--direktdraht.database.password=", store.address().password());
    return properties;
  }

  private static void add(List<String> properties, String name, @Nullable String value) {
    if (value != null) properties.add(name + value);
  }

  static Process start(
      String main, String jvm, List<String> arguments, ProcessBuilder.Redirect output)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(jvm.split(" ")));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Benchmark.class.getPackageName() + "." + main);
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(output)
        .start();
  }

  static void awaitReady(URI server, Process process) throws Exception {
    for (int tries = 0; tries < 1200; tries++) {
      if (!process.isAlive()) throw new IllegalStateException("the server did not start");
      try {
        get(server.resolve("/bench/signs"));
        return;
      } catch (IOException notYet) {
        Thread.sleep(250);
      }
    }
    throw new IllegalStateException("the server did not start in five minutes");
  }

  static JsonNode get(URI address) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return JSON.readTree(
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
    }
  }

  private String option(String name) {
    return options.getOrDefault(name, "");
  }

  private List<String> options(String name) {
    return List.of(option(name).split(","));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
