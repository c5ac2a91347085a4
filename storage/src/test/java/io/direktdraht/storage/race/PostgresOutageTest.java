package io.direktdraht.storage.race;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.storage.history.Body;
import io.direktdraht.storage.history.History;
import io.direktdraht.storage.history.HistoryChecker;
import io.direktdraht.storage.history.Operation;
import io.direktdraht.storage.history.Stored;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database server dies under load and comes back on the same data.
class PostgresOutageTest {
  private static final int SENDERS = 60;
  private static final Duration QUICKLY = Duration.ofSeconds(30);
  @TempDir Path folder;
  private final History history = new History();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicLong slowest = new AtomicLong();
  private final Set<ConversationId> conversations = ConcurrentHashMap.newKeySet();

  @Test
  void losesAndDoublesNothingWhenTheServerIsKilledUnderLoadAndComesBack() throws Exception {
    var first = TestDatabases.postgres(folder.resolve("data"), 0);
    try (var database = new Database(TestDatabases.fresh(first));
        var log = TestDatabases.log(database)) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < SENDERS; i++) {
          int sender = i;
          threads.execute(() -> send(log, sender));
        }
        killAndStartAgain(first, log);
      }
    }
    System.out.println(
        "acknowledged "
            + acknowledged
            + ", refused "
            + refused
            + ", absorbed "
            + repeated
            + ", slowest refusal "
            + slowest.get() / 1_000_000
            + " ms");
    assertThat(Duration.ofNanos(slowest.get())).isLessThan(QUICKLY);
  }

  private void killAndStartAgain(EmbeddedPostgres first, JdbcLog log) throws IOException {
    try {
      Patience.until("some load", () -> acknowledged.get() > 200);
      kill(folder.resolve("data"));
      Patience.until("callers are told", () -> refused.get() > SENDERS);
      first.close(); // it is dead; this gives its folder free
      try (var _ = TestDatabases.postgres(folder.resolve("data"), first.getPort())) {
        int before = acknowledged.get();
        Patience.until("load again", () -> acknowledged.get() > before + 200);
        stop.set(true);
        Patience.until("everybody is done", () -> running.get() == 0);
        check(log);
      }
    } finally {
      stop.set(true);
    }
  }

  /// Sends one message after the other and repeats each until it is acknowledged.
  private void send(JdbcLog log, int sender) {
    running.incrementAndGet();
    try {
      for (int i = 0; !stop.get(); i++) {
        var body = history.invoke(Operation.Kind.WIDGET_SEND, Body.next("outage", "c" + sender, i));
        while (!accepted(log, "sender" + sender, body) && !stop.get()) {}
      }
    } finally {
      running.decrementAndGet();
    }
  }

  private boolean accepted(JdbcLog log, String sender, Body body) {
    long began = System.nanoTime();
    try {
      var text = Content.text(body.toString());
      var admission = log.receive(new Inbound(WEB, sender, body.id().toString(), text, "de", NINE));
      if (admission.repeated()) repeated.incrementAndGet();
      conversations.add(admission.conversation().id());
      history.ok(Operation.Kind.WIDGET_SEND, body);
      acknowledged.incrementAndGet();
      return true;
    } catch (LogUnavailable outage) {
      history.info(Operation.Kind.WIDGET_SEND, body);
      refused.incrementAndGet();
      slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
      return false;
    }
  }

  private void check(JdbcLog log) {
    var logs = new HashMap<String, List<Stored>>();
    for (var id : conversations)
      logs.put(
          id.toString(), log.read(id, 0, 100_000).stream().map(r -> Stored.of(r, LINES)).toList());
    assertThat(logs).hasSize(SENDERS);
    HistoryChecker.check(history, logs).holds();
  }

  /// SIGKILL for the server and all its children; the port is free again.
  private static void kill(Path data) throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    var server = ProcessHandle.of(pid).orElseThrow();
    var children = server.descendants().toList();
    server.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    Patience.until(
        "the server is dead",
        () -> !server.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
  }
}
