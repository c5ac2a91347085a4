package io.direktdraht.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.direktdraht.channel.platform.media.Download;
import io.direktdraht.channel.platform.media.FakeShelf;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineShelfTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private LineShelf shelf;
  private volatile Map<String, String> answers = Map.of();

  @BeforeEach
  void starts() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
          var answer = answers.get(path);
          var bytes = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 202 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    var url = URI.create("http://localhost:" + server.getAddress().getPort());
    var settings = LineDialect.settings(url, Duration.ofSeconds(5));
    shelf = new LineShelf(settings, FakeShelf.downloads(url));
  }

  @AfterEach
  void stops() {
    shelf.close();
    server.stop(0);
  }

  @Test
  void aFilmIsFetchedWhenItIsReady() {
    var content = "/v2/bot/message/4711/content";
    answers = Map.of(content + "/transcoding", "{\"status\":\"processing\"}");
    assertThat(shelf.fetch("transcoded:4711")).isInstanceOf(Download.Later.class);
    answers = Map.of(content + "/transcoding", "{\"status\":\"failed\"}");
    assertThat(shelf.fetch("transcoded:4711")).isInstanceOf(Download.Gone.class);
    answers = Map.of(content + "/transcoding", "{\"status\":\"succeeded\"}", content, "film");
    assertThat(shelf.fetch("transcoded:4711")).isInstanceOf(Download.Fetched.class);
    var bearer = " Bearer " + LineDialect.TOKEN;
    assertThat(asked).endsWith(content + "/transcoding" + bearer, content + bearer);
  }

  @Test
  void whatIsNotReadyComesLater() {
    assertThat(shelf.fetch("4711")).isInstanceOf(Download.Later.class); // 202
  }

  @Test
  void whatLiesElsewhereIsAskedForWithoutTheToken() {
    answers = Map.of("/film", "film");
    var elsewhere = "http://localhost:" + server.getAddress().getPort() + "/film";
    assertThat(shelf.fetch(elsewhere)).isInstanceOf(Download.Fetched.class);
    assertThat(asked).containsExactly("/film null");
    assertThat(shelf.fetch("https://other.example.com/film")).isInstanceOf(Download.Refused.class);
    assertThat(shelf.fetch("../../secret")).isInstanceOf(Download.Refused.class);
  }
}
