package io.direktdraht.server.crash;

import com.sun.net.httpserver.HttpExchange;
import io.direktdraht.conversation.attachment.Files;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Where a messenger keeps pictures, in WhatsApp's way: first it says where one is, then it gives
/// it. It may stop in the middle.
final class FakePictures {
  private final URI files;
  private volatile CountDownLatch rest = new CountDownLatch(0);
  private volatile int begun;

  FakePictures(URI files) {
    this.files = files;
  }

  /// How many pictures it began to give.
  int begun() {
    return begun;
  }

  void forget() {
    begun = 0;
  }

  /// From now on it gives half of a picture, and the rest when it is told to.
  void pause() {
    rest = new CountDownLatch(1);
  }

  void goOn() {
    rest.countDown();
  }

  void give(HttpExchange call) throws IOException {
    var path = call.getRequestURI().getPath();
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (!path.startsWith(files.getPath())) {
      var where = "{\"url\":\"" + files.resolve(name) + "\"}";
      all(call, where.getBytes(StandardCharsets.UTF_8));
    } else halves(call);
  }

  private static void all(HttpExchange call, byte[] bytes) throws IOException {
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
  }

  private void halves(HttpExchange call) throws IOException {
    int half = Files.PNG.length / 2;
    call.sendResponseHeaders(200, Files.PNG.length);
    call.getResponseBody().write(Files.PNG, 0, half);
    call.getResponseBody().flush();
    begin();
    try {
      rest.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    call.getResponseBody().write(Files.PNG, half, Files.PNG.length - half);
  }

  private synchronized void begin() {
    begun++;
  }
}
