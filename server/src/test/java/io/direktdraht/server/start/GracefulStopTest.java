package io.direktdraht.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.server.Direktdraht;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class GracefulStopTest {
  @TempDir Path data;

  @Test
  void socketsAreToldWhenToComeBack() throws InterruptedException {
    var heard = new LinkedBlockingQueue<String>();
    try (var context =
        new SpringApplication(Direktdraht.class)
            .run(
                "--server.port=0",
                "--direktdraht.data=" + data,
                "--direktdraht.recognition.models=target/models",
                "--direktdraht.recognition.shipped-models=../intents/target/models",
                "--direktdraht.catalogue=" + data.resolve("none"))) {
      var server = ((WebServerApplicationContext) context).getWebServer();
      if (server == null) throw new AssertionError("no web server");
      var socket = connect(server.getPort(), heard);
      socket.sendText("{\"type\":\"hello\",\"line\":\"web\"}", true).join();
      assertThat(next(heard)).contains("\"welcome\"");
    }
    assertThat(next(heard)).contains("\"bye\"").contains("\"retryAfter\"");
    assertThat(next(heard)).isEqualTo("closed 1001");
  }

  private static WebSocket connect(int port, BlockingQueue<String> heard) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Origin", "http://localhost:" + port)
        .buildAsync(URI.create("ws://localhost:" + port + "/chat/socket"), new Ear(heard))
        .join();
  }

  /// The next thing heard that is neither about the desk nor a ping.
  private static String next(BlockingQueue<String> heard) throws InterruptedException {
    for (; ; ) {
      var frame = heard.poll(30, TimeUnit.SECONDS);
      if (frame == null) throw new AssertionError("nothing was heard");
      if (!frame.contains("\"type\":\"desk\"") && !frame.contains("\"type\":\"ping\""))
        return frame;
    }
  }

  private record Ear(BlockingQueue<String> heard) implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.add(text.toString());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard.add("closed " + code);
      return null;
    }
  }
}
