package io.direktdraht.storage.power;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.outbox.Deliveries.Delivery;
import io.direktdraht.storage.history.Body;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcAttachments;
import io.direktdraht.storage.jdbc.JdbcDeliveries;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.TestDatabases;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The embedded database on a disk that loses whatever was not forced.
class PowerCutTest {
  private static final Predicate<LossyFile.Write> NOTHING = _ -> false;
  private static final int SENDERS = 24;

  /// Never cleaned up here: the databases that lost their power still touch their files.
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private final List<Sent> acknowledged = Collections.synchronizedList(new ArrayList<>());
  private LossyDisk disk = LossyDisk.on();

  @Test
  void keepsEveryAcknowledgedMessageWhenAllUnforcedWritesAreLost() {
    int lost = 0;
    for (int cut = 0; cut < 3; cut++) lost += loadUntilTheCut(NOTHING);
    assertThat(acknowledged).hasSizeGreaterThan(200);
    assertThat(lost).as("writes that were on their way").isPositive();
    assertStored();
  }

  /// Writes reach the disk in their order, up to a sector that the cut chooses. A disk that also
  /// reorders the sectors of one write can break H2's newest chunk, which carries no checksum of
  /// its pages: a known limit.
  @Test
  void keepsEveryAcknowledgedMessageWhenTheLastUnforcedWritesAreLost() {
    long seed = new Random().nextLong();
    System.out.println("power cuts, seed " + seed);
    var random = new Random(seed);
    for (int cut = 0; cut < 6; cut++) {
      var arrive = new AtomicInteger(random.nextInt(40));
      loadUntilTheCut(_ -> arrive.getAndDecrement() > 0);
    }
    assertThat(acknowledged).hasSizeGreaterThan(200);
    assertStored();
  }

  /// The disk is not a friendly one: without the force the same database loses what it
  /// acknowledged.
  @Test
  void losesACommitThatWasNotForced() throws SQLException {
    new Database(address()).close();
    var open = DriverManager.getConnection(disk.url(folder) + ";WRITE_DELAY=0");
    try (var statement = open.createStatement()) {
      statement.execute("checkpoint sync");
      statement.execute("insert into account values ('ana', 'Ana', 'x', 'AGENT')");
    }
    assertThat(cut(NOTHING)).isPositive();
    try (var connection = DriverManager.getConnection(disk.url(folder));
        var rows = connection.createStatement().executeQuery("select count(*) from account")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void remembersAnAttemptToDeliverThatThePowerCutInterrupted() {
    var first = attempted();
    cut(NOTHING);
    try (var database = new Database(address())) {
      var later = NINE.plus(Duration.ofDays(3650));
      var again = new JdbcDeliveries(database).lease(PUSHED, later, later.plusSeconds(60), 10);
      assertThat(again)
          .containsExactly(
              new Delivery(
                  first.conversation(), first.seq(), PUSHED, first.attempt() + 1, true, 0));
    }
  }

  @Test
  void keepsTheFileThatAnAcknowledgedMessageBrought() {
    var file = Files.picture("Bank.png");
    var database = new Database(address());
    new JdbcAttachments(database).store(file, "web:eva", Files.PNG, NINE);
    assertThat(disk.unforced()).isZero();
    cut(NOTHING);
    try (var again = new Database(address())) {
      assertThat(new JdbcAttachments(again).bytes(file.id())).contains(Files.PNG);
    }
  }

  /// The power fails and comes back.
  private int cut(Predicate<LossyFile.Write> survives) {
    int lost = disk.cut(survives);
    disk = LossyDisk.on();
    return lost;
  }

  private record Sent(ConversationId conversation, long seq, Body body) {}

  /// Many write at once, so that they share commits, and the power fails while they do.
  private int loadUntilTheCut(Predicate<LossyFile.Write> survives) {
    var log = TestDatabases.log(new Database(address()));
    var off = new AtomicBoolean();
    int enough = acknowledged.size() + 70;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int sender = 0; sender < SENDERS; sender++)
        threads.execute(() -> {
          while (!off.get()) send(log, off);
        });
      Patience.until("some load", () -> acknowledged.size() >= enough);
      Patience.until("writes on their way", () -> disk.unforced() > 0);
      int lost = cut(survives);
      off.set(true);
      return lost;
    }
  }

  private void send(JdbcLog log, AtomicBoolean off) {
    var body = Body.next("power", "c", acknowledged.size());
    try {
      var text = Content.text(body.toString());
      var admission = log.receive(new Inbound(WEB, fresh(), fresh(), text, "de", NINE));
      acknowledged.add(new Sent(admission.conversation().id(), admission.seq(), body));
    } catch (LogUnavailable | IllegalStateException dark) {
      off.set(true);
    }
  }

  private Delivery attempted() {
    var database = new Database(address());
    var log = TestDatabases.log(database);
    var seen = log.receive(hello(PUSHED, fresh(), fresh())).conversation();
    log.append(botAnswer(seen, "gern"));
    var later = NINE.plus(Duration.ofDays(3649));
    return new JdbcDeliveries(database).lease(PUSHED, later, later.plusSeconds(60), 1).getFirst();
  }

  private void assertStored() {
    try (var database = new Database(address());
        var log = TestDatabases.log(database)) {
      for (var sent : acknowledged)
        assertThat(log.read(sent.conversation(), sent.seq() - 1, 1).toString())
            .contains(sent.body().toString());
    }
  }

  private Database.Address address() {
    return new Database.Address(disk.url(folder));
  }
}
