package io.direktdraht.server.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.direktdraht.storage.history.History;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/// A messenger's server that outlives ours and writes down what it accepts. Under `/safe` it
/// absorbs repetitions of the same delivery, under every other path it takes whatever comes.
final class FakePlatform implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> safe = new HashSet<>();
  private History history = new History();
  private int calls;

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::accept);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /// From now on it reports to this history and counts its calls anew.
  synchronized void reportTo(History next) {
    history = next;
    calls = 0;
  }

  synchronized int calls() {
    return calls;
  }

  private void accept(HttpExchange call) throws IOException {
    try (call) {
      call.getRequestBody().readAllBytes();
      note(
          call.getRequestHeaders().getFirst("X-Direktdraht-Delivery"),
          call.getRequestURI().getPath().startsWith("/safe"));
      call.sendResponseHeaders(200, -1);
    }
  }

  private synchronized void note(String delivery, boolean absorbs) {
    calls++;
    if (absorbs && !safe.add(delivery)) return;
    var names = delivery.split("/", 2);
    history.delivered(new History.Delivered(names[0], Long.parseLong(names[1])));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
