package io.direktdraht.channel.platform;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A platform that begins an answer and leaves it at that.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallsTest {
  private final Calls calls = new Calls(Duration.ofSeconds(1), () -> NINE);

  @Test
  void whatItWasToldMayHaveArrived() throws IOException, InterruptedException {
    try (var platform = platform()) {
      var payload = Calls.Payload.json(Map.of());
      assertThat(calls.post(url(platform), Map.of(), payload, Calls.Reply::byStatus))
          .isInstanceOf(DeliveryResult.Ambiguous.class);
    }
  }

  @Test
  void whatItWasAskedHasNoAnswer() throws IOException, InterruptedException {
    try (var platform = platform()) {
      assertThat(calls.get(url(platform), Map.of())).isEmpty();
    }
  }

  private static ServerSocket platform() throws IOException {
    var platform = new ServerSocket(0);
    Thread.ofVirtual().start(() -> begin(platform));
    return platform;
  }

  private static void begin(ServerSocket platform) {
    try (var asking = platform.accept()) {
      var begun = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{";
      asking.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
      asking.getInputStream().readAllBytes();
    } catch (IOException over) {
      // nobody waits any more
    }
  }

  private static URI url(ServerSocket platform) {
    return URI.create("http://localhost:" + platform.getLocalPort() + "/");
  }
}
