package io.direktdraht.channel.platform;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaUsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X-Business-Use-Case-Usage|{\"104\":[{\"type\":\"messenger\",\"call_count\":100,\"estimated_time_to_regain_access\":19}]}|1140",
        "X-Business-Use-Case-Usage|{\"1\":[{\"estimated_time_to_regain_access\":0}],\"2\":[{\"estimated_time_to_regain_access\":2},{\"estimated_time_to_regain_access\":5}]}|300",
        "X-Business-Use-Case-Usage|{\"1\":[{\"estimated_time_to_regain_access\":999999999}]}|86400",
        "X-Business-Use-Case-Usage|{\"1\":[{\"estimated_time_to_regain_access\":0}]}|0",
        "X-Business-Use-Case-Usage|[1]|0",
        "X-App-Usage|{\"call_count\":100,\"total_cputime\":25,\"total_time\":25}|60",
        "X-App-Usage|{\"call_count\":28,\"total_cputime\":25,\"total_time\":99}|0",
        "X-App-Usage|<html>|0",
        "Retry-After|7|7",
      })
  void aPlatformTellsHowLongItWantsToBeLeftAlone(String header, String value, long seconds)
      throws IOException, InterruptedException {
    assertThat(hint(Map.of(header, value))).isEqualTo(NINE.plusSeconds(seconds));
  }

  private static Instant hint(Map<String, String> headers)
      throws IOException, InterruptedException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(400, -1);
          exchange.close();
        });
    server.start();
    try {
      var to = URI.create("http://localhost:" + server.getAddress().getPort());
      return new Calls(Duration.ofSeconds(5), () -> NINE).get(to, Map.of()).orElseThrow().hint();
    } finally {
      server.stop(0);
    }
  }
}
