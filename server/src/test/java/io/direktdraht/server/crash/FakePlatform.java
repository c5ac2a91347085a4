package io.direktdraht.server.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.storage.history.History;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A messenger's server that outlives ours and writes down what it accepts. Under `/safe` and
/// `/crm` it absorbs repetitions of the same delivery, under every other path it takes whatever
/// comes; under `/whatsapp` it has pictures.
final class FakePlatform implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String YES = "{\"messages\":[{\"id\":\"wamid.out\"}]}";
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakePictures pictures;
  private final Set<History.Delivered> absorbed = new HashSet<>();
  private History history = new History();
  private JsonNode last = MissingNode.getInstance();
  private int calls;

  FakePlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::accept);
    server.start();
    pictures = new FakePictures(address().resolve("whatsapp/files/"));
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  FakePictures pictures() {
    return pictures;
  }

  /// From now on it reports to this history and counts its calls anew.
  synchronized void reportTo(History next) {
    history = next;
    calls = 0;
    pictures.forget();
  }

  synchronized int calls() {
    return calls;
  }

  /// What it was given last.
  synchronized JsonNode last() {
    return last;
  }

  private void accept(HttpExchange call) throws IOException {
    try (call) {
      if (call.getRequestMethod().equals("GET")) {
        pictures.give(call);
        return;
      }
      note(call, call.getRequestBody().readAllBytes());
      var yes = YES.getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(200, yes.length);
      call.getResponseBody().write(yes);
    }
  }

  private synchronized void note(HttpExchange call, byte[] body) {
    calls++;
    last = JSON.readTree(body);
    var delivered = delivered(call);
    var path = call.getRequestURI().getPath();
    boolean absorbs = path.startsWith("/safe") || path.startsWith("/crm");
    if (!absorbs || absorbed.add(delivered)) history.delivered(delivered);
  }

  private History.Delivered delivered(HttpExchange call) {
    var ours = call.getRequestHeaders().getFirst("X-Direktdraht-Delivery");
    if (ours != null) {
      var names = ours.split("/", 2);
      return new History.Delivered(names[0], Long.parseLong(names[1]));
    }
    var key = call.getRequestHeaders().getFirst("Idempotency-Key");
    var text = key == null ? last.path("biz_opaque_callback_data").asString() : key;
    var place = Reference.of(text).orElseThrow();
    return new History.Delivered(place.conversation().toString(), place.seq());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
