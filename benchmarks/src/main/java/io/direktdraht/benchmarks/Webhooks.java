package io.direktdraht.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.conversation.Line;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import tools.jackson.databind.JsonNode;

/// Signed webhooks of many contacts to the product in a process of its own, first at a steady rate,
/// then 10,000 at once, and what became of them, counted in the database: STORE RATE SECONDS
/// WARM-UP, the last two in seconds. The bot answers each; its answers go to a platform that is
/// played here.
public final class Webhooks {
  private static final Line.Id LINE = new Line.Id("whatsapp");
  private static final String SECRET = "a benchmark's secret";
  private static final int CONTACTS = 2000;
  private static final int FLOOD = 10_000;
  private static final int CALLS = 256; // a platform does not open ten thousand connections
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();

  private Webhooks(URI server) {
    this.server = server;
  }

  /// What the platform heard: how long it waited in µs, and how often which status.
  private record Heard(ConcurrentHistogram waits, ConcurrentHashMap<Integer, Integer> statuses) {
    Heard() {
      this(new ConcurrentHistogram(3), new ConcurrentHashMap<>());
    }

    String waited() {
      return "p50 %.1f ms, p99 %.1f ms, longest %.0f ms"
          .formatted(
              waits.getValueAtPercentile(50) / 1e3,
              waits.getValueAtPercentile(99) / 1e3,
              waits.getMaxValue() / 1e3);
    }
  }

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("direktdraht-webhooks");
    var platform = platform();
    int port = Benchmark.freePort();
    var server = URI.create("http://127.0.0.1:" + port);
    try (var store = Store.of(arguments[0], Files.createDirectory(folder.resolve("store")))) {
      var process =
          Benchmark.start(
              "BenchmarkServer",
              "-XX:+UseParallelGC -Xmx1g" + System.getProperty("more", ""),
              properties(store, folder, port, platform.getAddress().getPort()),
              ProcessBuilder.Redirect.DISCARD);
      try {
        Benchmark.awaitReady(server, process);
        new Webhooks(server)
            .measure(
                arguments[0],
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
      } finally {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
      }
    } finally {
      platform.stop(0);
      Benchmark.delete(folder);
    }
    System.exit(0);
  }

  private static List<String> properties(Store store, Path folder, int port, int platform) {
    var properties =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--direktdraht.data=" + folder.resolve("data"),
                "--direktdraht.recognition.encoder=none",
                "--direktdraht.recognition.models=benchmarks/target/models", // learnt once
                "--direktdraht.database.url=" + store.address().url(),
                "--direktdraht.whatsapp[0].line=" + LINE,
                "--direktdraht.whatsapp[0].phone-number-id=106540352242922",
                "--direktdraht.whatsapp[0].app-secret=" + SECRET,
                "--direktdraht.whatsapp[0].verify-token=" + SECRET,
                "--direktdraht.whatsapp[0].access-token=" + SECRET,
                "--direktdraht.whatsapp[0].url=http://127.0.0.1:" + platform));
    var user = store.address().user();
    if (user != null) properties.add("--direktdraht.database.user=" + user);
    return properties;
  }

  private static HttpServer platform() throws IOException {
    var yes = "{\"messages\":[{\"id\":\"wamid.out\"}]}".getBytes(StandardCharsets.UTF_8);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var platform = HttpServer.create(address, 1000);
    platform.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    platform.createContext(
        "/",
        call -> {
          try (call) {
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(200, yes.length);
            call.getResponseBody().write(yes);
          }
        });
    platform.start();
    return platform;
  }

  private void measure(String store, int rate, int seconds, int warmUp) throws Exception {
    post(warmUp * rate, rate);
    awaitUnderstood();
    var machine = Machine.now();
    long cpu = cpu();
    var steady = post(rate * seconds, rate);
    awaitUnderstood();
    System.out.printf(
        "%s, %d webhooks/s for %d s: acknowledged %s; statuses %s; server's CPU %.1f ms each; %s%n",
        store,
        rate,
        seconds,
        steady.waited(),
        statuses(steady),
        (cpu() - cpu) / 1e6 / rate / seconds,
        Machine.now().since(machine));
    long began = System.nanoTime();
    var flood = post(FLOOD, 0);
    double stored = (System.nanoTime() - began) / 1e9;
    var counts = awaitUnderstood();
    double understood = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%s, %,d at once: acknowledged in %.1f s (%s), understood in %.1f s; statuses %s%n",
        store, FLOOD, stored, flood.waited(), understood, statuses(flood));
    System.out.printf(
        "sent %,d, acknowledged %,d; in the database %,d calls, %,d waiting, %,d messages%n",
        sent.get(),
        acknowledged.get(),
        counts.path("stored").asLong(),
        counts.path("waiting").asLong(),
        counts.path("received").asLong());
    System.out.println(Benchmark.get(server.resolve("/bench/settings")));
  }

  private long cpu() throws Exception {
    return Benchmark.get(server.resolve("/bench/signs")).path("cpuNanos").asLong();
  }

  private static String statuses(Heard heard) {
    return heard.statuses.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  /// Waits are counted from the moment at which a call was due; a rate of 0 means all at once.
  private Heard post(int count, int rate) {
    var heard = new Heard();
    var calls = new Semaphore(CALLS);
    long began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        long due = rate == 0 ? began : began + TimeUnit.SECONDS.toNanos(i) / rate;
        while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
        threads.execute(() -> {
          calls.acquireUninterruptibly();
          try {
            int status = post();
            heard.statuses.merge(status, 1, Integer::sum);
            if (status == 200) acknowledged.incrementAndGet();
          } finally {
            calls.release();
            heard.waits.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
          }
        });
      }
    }
    return heard;
  }

  /// 0 when there was no answer.
  private int post() {
    int number = sent.getAndIncrement();
    var body = body(number).getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(server.resolve("/webhooks/whatsapp/" + LINE))
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + Signature.sign(SECRET, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException lost) {
      return 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String body(int number) {
    int contact = number % CONTACTS;
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",\
    "value":{"messaging_product":"whatsapp",\
    "metadata":{"display_phone_number":"1","phone_number_id":"106540352242922"},\
    "contacts":[{"profile":{"name":"Contact %1$d"},"wa_id":"49%1$d"}],\
    "messages":[{"from":"49%1$d","id":"wamid.%2$d","timestamp":"%3$d","type":"text",\
    "text":{"body":"%4$s"}}]}}]}]}\
    """
        .formatted(
            contact,
            number,
            Instant.now().getEpochSecond(),
            Questions.at(contact + number / CONTACTS));
  }

  private JsonNode awaitUnderstood() throws Exception {
    while (true) {
      var counts = Benchmark.get(server.resolve("/bench/webhooks"));
      if (counts.path("waiting").asLong(1) == 0) return counts; // an error has no number
      Thread.sleep(1000); // to count is work too
    }
  }
}
