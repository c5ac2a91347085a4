package io.direktdraht.server.crash.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.storage.history.History;
import io.direktdraht.storage.history.HistoryChecker;
import io.direktdraht.storage.history.Operation;
import io.direktdraht.storage.history.Stored;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Customers write by two lines at once, the product is killed while they do and started again:
/// what was acknowledged is there, shown, and answered once.
abstract class ProductKillContract {
  private static final int CUSTOMERS = 6;
  @TempDir Path folder;
  private final History history = new History();
  private final WidgetCustomer widget = new WidgetCustomer(history);

  /// Empty for the embedded database.
  abstract String databaseUrl();

  @Test
  void losesAndDoublesNothingWhenItIsKilledUnderLoad() throws IOException {
    var rest =
        IntStream.range(0, CUSTOMERS).mapToObj(i -> new RestCustomer(history, "rest" + i)).toList();
    try (var first = RunningProduct.start(folder, databaseUrl());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      widget.connect(first);
      for (var customer : rest)
        threads.execute(() -> {
          while (customer.write(first)) {}
        });
      while (acknowledged() < 150) widget.hurry();
      first.kill();
    }
    try (var second = RunningProduct.start(folder, databaseUrl())) {
      widget.connect(second);
      rest.forEach(customer -> customer.repeat(second));
      Patience.until("everything is acknowledged", () -> !widget.waits());
      rest.forEach(customer -> assertThat(customer.write(second)).isTrue());
      widget.write();
      Patience.until("the last one too", () -> !widget.waits());
      Patience.until("everything is answered", () -> widget.answered(second));
    } // and killed again
    check();
  }

  /// Reads the log as the next start would, and resumes the widget's list from it.
  private void check() {
    var url = databaseUrl().isEmpty() ? TestDatabases.h2(folder).url() : databaseUrl();
    try (var database = new Database(new Database.Address(url));
        var log = TestDatabases.log(database)) {
      var logs = new LinkedHashMap<String, List<Stored>>();
      for (var kind : Stage.Kind.values())
        for (var seen : log.inStage(kind, 1000))
          logs.put(
              seen.id().toString(),
              log.read(seen.id(), 0, 100_000).stream()
                  .map(one -> Stored.of(one, Logs.LINES))
                  .toList());
      assertThat(logs).hasSize(CUSTOMERS + 1);
      logs.get(widget.conversation()).stream()
          .filter(one -> one.shown() && one.seq() > widget.lastSeq())
          .forEach(one ->
              history.rendered(new History.Reader("widget", widget.conversation()), one.seq()));
      HistoryChecker.check(history, logs).holds();
      logs.values().forEach(ProductKillContract::assertAnswered);
      System.out.println("acknowledged " + acknowledged() + " of " + CUSTOMERS + " and a widget");
    }
  }

  private long acknowledged() {
    return history.operations().stream()
        .filter(operation -> operation.phase() == Operation.Phase.OK)
        .count();
  }

  private static void assertAnswered(List<Stored> log) {
    long last = 0;
    long answered = 0;
    for (var one : log) {
      if (one.type() == Stored.Type.RECEIVED) last = one.seq();
      if (one.type() == Stored.Type.TURN) answered = one.about();
    }
    assertThat(answered).isEqualTo(last);
  }
}
