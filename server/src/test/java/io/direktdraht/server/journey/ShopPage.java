package io.direktdraht.server.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// A page of another origin with somebody else's client on it, really served: a browser asks before
/// a page of unknown whereabouts may call this machine.
final class ShopPage implements AutoCloseable {
  private final HttpServer server;
  private final NpmFile script;
  private volatile String html = "";

  ShopPage(NpmFile script) throws IOException {
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// What the page says; its script is `/client.js`.
  void shows(String page) {
    html = page;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    boolean scripted = call.getRequestURI().getPath().endsWith(".js");
    var type = scripted ? "text/javascript" : "text/html";
    var body = scripted ? script() : html.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    call.sendResponseHeaders(200, body.length);
    try (var out = call.getResponseBody()) {
      out.write(body);
    }
  }

  private byte[] script() throws IOException {
    try {
      return Files.readAllBytes(script.fetched());
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
