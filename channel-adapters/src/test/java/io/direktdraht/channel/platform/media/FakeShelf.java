package io.direktdraht.channel.platform.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.direktdraht.channel.platform.MediaDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Where a platform keeps files, on this machine. Each file has a script; its last step stays.
public final class FakeShelf implements AutoCloseable {
  public static final int LONGEST = 1_000_000;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Deque<Step>> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final CountDownLatch cut = new CountDownLatch(1);

  /// What it answers to who asks for a file.
  public sealed interface Step {
    @SuppressWarnings("ArrayRecordComponent")
    record Gives(byte[] bytes) implements Step {}

    record Says(int status) implements Step {}

    record SendsOn(URI to) implements Step {}

    /// Claims more bytes than it gives.
    record Lies(long claimed) implements Step {}

    record NeverEnds() implements Step {}

    /// Gives them when it is told to.
    @SuppressWarnings("ArrayRecordComponent")
    record Waits(CountDownLatch until, byte[] bytes) implements Step {}
  }

  public FakeShelf(MediaDialect dialect) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          var where = dialect.whereabouts(exchange.getRequestURI(), url());
          if (where.isPresent()) give(exchange, where.get().getBytes(StandardCharsets.UTF_8));
          else answer(exchange, dialect.file(exchange.getRequestURI()));
        });
    server.start();
  }

  public static Downloads downloads(URI platform) {
    var sources = new Sources(platform, List.of("*.cdn.example.com"));
    return new Downloads(sources, new Downloads.Limits(LONGEST, Duration.ofSeconds(30)));
  }

  public URI url() {
    var address = server.getAddress();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort());
  }

  public void keep(String file, Step... steps) {
    files.put(file, new ArrayDeque<>(List.of(steps)));
  }

  /// The files that were asked for, one entry for each time.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  /// Whether who read an endless file has stopped.
  public void awaitCut() throws InterruptedException {
    cut.await();
  }

  private void answer(HttpExchange exchange, String file) throws IOException {
    asked.add(file);
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(authorization == null ? "" : authorization);
    switch (next(file)) {
      case Step.Gives(var bytes) -> give(exchange, bytes);
      case Step.Says(int status) -> say(exchange, status);
      case Step.SendsOn(var to) -> {
        exchange.getResponseHeaders().set("Location", to.toString());
        say(exchange, 302);
      }
      case Step.Lies(long claimed) -> {
        exchange.sendResponseHeaders(200, claimed);
        exchange.getResponseBody().write("short".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("hangs up"); // the server closes the connection
      }
      case Step.NeverEnds() -> pour(exchange);
      case Step.Waits(var until, var bytes) -> {
        await(until);
        give(exchange, bytes);
      }
    }
  }

  private Step next(String file) {
    var steps = files.getOrDefault(file, new ArrayDeque<>());
    synchronized (steps) {
      if (steps.isEmpty()) return new Step.Says(404);
      return steps.size() == 1 ? steps.getFirst() : steps.removeFirst();
    }
  }

  private static void await(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void give(HttpExchange exchange, byte[] bytes) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void say(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private void pour(HttpExchange exchange) throws IOException {
    var drop = new byte[8192];
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      while (true) body.write(drop);
    } catch (IOException gone) {
      cut.countDown();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
