package io.direktdraht.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The load, in a process of its own: SERVER CONNECTIONS WARM-UP SECONDS, times in seconds. The
/// last line it prints is JSON.
public final class LoadGenerator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int REPETITIONS = 3;
  private static final long IDLE_MILLIS = 11_000; // the server waits 10 s for a hello
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final int connections;
  private final double warmUp;
  private final double seconds;

  private LoadGenerator(URI server, int connections, double warmUp, double seconds) {
    this.server = server;
    this.connections = connections;
    this.warmUp = warmUp;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    var generator =
        new LoadGenerator(
            URI.create(arguments[0]),
            Integer.parseInt(arguments[1]),
            Double.parseDouble(arguments[2]),
            Double.parseDouble(arguments[3]));
    var measured = new LinkedHashMap<String, Object>();
    long productHeap = generator.idle(true); // first: what pools keep later is counted once
    long echoHeap = generator.idle(false);
    measured.put("echo", generator.measure(false, echoHeap));
    measured.put("product", generator.measure(true, productHeap));
    System.out.println(JSON.writeValueAsString(measured));
    System.exit(0);
  }

  private Map<String, Object> measure(boolean product, long heap) throws Exception {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("heapPerIdleConnection", heap);
    warmUp(product);
    try (var crowd = new Crowd(socket(), connections, product)) {
      closed(crowd, figures);
      open(crowd, 500, figures);
      open(crowd, 1000, figures);
      figures.put("handoffs", crowd.handoffs());
      figures.put("errors", crowd.errors());
    }
    Thread.sleep(1000);
    return figures;
  }

  /// Heap that the connections added or, if that is more, gave back when they left. A few come and
  /// go before, so that what is loaded on first use is there already.
  private long idle(boolean product) throws Exception {
    new Crowd(socket(), connections / 20, product).close();
    Thread.sleep(IDLE_MILLIS);
    long before = signs("heap").heap();
    long with;
    try (var _ = new Crowd(socket(), connections, product)) {
      Thread.sleep(IDLE_MILLIS);
      with = signs("heap").heap();
    }
    Thread.sleep(IDLE_MILLIS);
    return Math.max(with - before, with - signs("heap").heap()) / connections;
  }

  private void warmUp(boolean product) throws Exception {
    try (var crowd = new Crowd(socket(), connections, product)) {
      crowd.closedLoop(product ? warmUp : warmUp / 3);
    }
    Thread.sleep(1000);
  }

  /// Three times; the rate is the median, the waits are the last ones.
  private void closed(Crowd crowd, Map<String, Object> figures) throws Exception {
    var before = signs("signs");
    long own = cpu();
    long answered = crowd.answered();
    var rates = new ArrayList<Double>();
    for (int i = 0; i < REPETITIONS; i++) {
      var heard = crowd.closedLoop(seconds);
      rates.add(heard.perSecond());
      figures.put("closedP50", heard.millis(50));
      figures.put("closedP99", heard.millis(99));
    }
    var after = signs("signs");
    double all = crowd.answered() - answered;
    figures.put("turnsPerSecond", rates.stream().sorted().toList().get(REPETITIONS / 2));
    figures.put("turnsPerSecondEach", rates);
    figures.put("serverCpuMicrosPerTurn", (after.cpuNanos() - before.cpuNanos()) / 1e3 / all);
    figures.put("clientCpuMicrosPerTurn", (cpu() - own) / 1e3 / all);
    figures.put("collections", after.collections() - before.collections());
    figures.put("collectionMillis", after.collectionMillis() - before.collectionMillis());
  }

  private void open(Crowd crowd, int rate, Map<String, Object> figures) throws Exception {
    var before = signs("signs");
    var heard = crowd.openLoop(rate, seconds);
    var after = signs("signs");
    figures.put(
        "open" + rate,
        Map.of(
            "p50", heard.millis(50),
            "p99", heard.millis(99),
            "max", heard.millis(100),
            "unanswered", heard.asked() - heard.waits().getTotalCount(),
            "serverCpuMicrosPerTurn",
                (after.cpuNanos() - before.cpuNanos()) / 1e3 / heard.asked()));
  }

  private VitalSigns.Signs signs(String what) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.resolve("/bench/" + what)).build();
    return JSON.readValue(
        http.send(request, BodyHandlers.ofString()).body(), VitalSigns.Signs.class);
  }

  private URI socket() {
    return URI.create("ws://" + server.getAuthority());
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
