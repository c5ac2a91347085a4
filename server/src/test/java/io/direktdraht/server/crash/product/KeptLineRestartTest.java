package io.direktdraht.server.crash.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.direktdraht.channel.setup.Vault;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.line.KeptLines.Kept;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcKeptLines;
import io.direktdraht.storage.jdbc.TestDatabases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Customers wrote on a line that an operator set up, and the product died before it answered. It
/// answers at once when it starts again, before such a line may be open: they hear it all the same.
class KeptLineRestartTest {
  private static final Line.Id CRM = new Line.Id("crm");
  private static final int CUSTOMERS = 20;
  private final JsonMapper json = new JsonMapper();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  @TempDir Path folder;
  private HttpServer theirs;

  @BeforeEach
  void listen() throws IOException {
    theirs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    theirs.createContext(
        "/",
        call -> {
          var message = json.readTree(call.getRequestBody().readAllBytes());
          answered.add(message.at("/to").asString());
          var answer = "{}".getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    theirs.start();
  }

  @AfterEach
  void hangUp() {
    theirs.stop(0);
  }

  @Test
  void whatIsSaidBeforeTheLineIsOpenArrives() throws IOException {
    setUp();
    try (var _ = RunningProduct.start(folder, "")) {
      var everybody =
          IntStream.range(0, CUSTOMERS).mapToObj(i -> "user-" + i).collect(Collectors.toSet());
      Patience.until("everybody is answered", () -> answered.containsAll(everybody));
      assertThat(answered).isEqualTo(everybody);
    }
  }

  private void setUp() {
    var url = "http://localhost:" + theirs.getAddress().getPort() + "/";
    var values = "{\"url\":\"" + url + "\",\"secret\":\"0123456789abcdef\"}";
    var vault = new Vault(MasterKey.of(folder, null).derive("credentials of lines"));
    try (var database = new Database(TestDatabases.h2(folder));
        var log = TestDatabases.log(database)) {
      var sealed = vault.seal(values, "line crm of webhook");
      new JdbcKeptLines(database).keep(new Kept(CRM, "webhook", sealed, "ola", Instant.now()));
      for (int i = 0; i < CUSTOMERS; i++)
        log.receive(Logs.hello(CRM, "user-" + i, Logs.fresh(), Instant.now()));
    }
  }
}
