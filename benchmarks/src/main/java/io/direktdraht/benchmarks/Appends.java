package io.direktdraht.benchmarks;

import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the database's share of a turn costs, by the number of appends that share a group: STORE
/// STORED FILL-SECONDS. The best of some windows is shown: what else the machine does only adds.
public final class Appends {
  private static final int WINDOWS = 5;
  private static final long WINDOW = Duration.ofSeconds(1).toNanos();
  private static final List<Integer> CROWDS = List.of(1, 5, 10, 25, 100, 250);
  private final JdbcLog log;
  private final SimpleMeterRegistry meters;
  private final List<Correspondent> customers =
      IntStream.range(0, 500).mapToObj(_ -> new Correspondent()).toList();
  private int next;

  /// Averages of one window.
  private record Cost(double groupMicros, double size, double millis) {}

  private Appends(JdbcLog log, SimpleMeterRegistry meters) {
    this.log = log;
    this.meters = meters;
  }

  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("direktdraht-appends");
    try (var store = Store.of(arguments[0], folder)) {
      var longest = Duration.ofSeconds(Long.parseLong(arguments[2]));
      int filled = Preload.fill(store.address(), Integer.parseInt(arguments[1]), longest);
      System.out.printf("%s with %,d conversations stored%n", arguments[0], filled);
      var meters = new SimpleMeterRegistry();
      try (var database = new Database(store.address());
          var log = Correspondent.log(database, meters);
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        new Appends(log, meters).measure(threads);
      }
    } finally {
      Benchmark.delete(folder);
    }
  }

  private void measure(ExecutorService threads) throws Exception {
    for (int i = 0; i < 2 * WINDOWS; i++) window(threads, 250); // warm
    for (int i = 0; i < WINDOWS; i++) window(threads, 5);
    System.out.println(
        "| appends in a group | CPU of the writers µs per group | per append | ms |");
    System.out.println("|---|---|---|---|");
    for (int crowd : CROWDS) {
      var best = best(threads, crowd);
      System.out.printf(
          "| %.1f | %,.0f | %,.0f | %.1f |%n",
          best.size, best.groupMicros, best.groupMicros / best.size, best.millis);
    }
  }

  private Cost best(ExecutorService threads, int crowd) throws Exception {
    @Nullable Cost best = null;
    for (int i = 0; i < WINDOWS; i++) {
      var cost = window(threads, crowd);
      if (best == null || cost.groupMicros < best.groupMicros) best = cost;
    }
    return java.util.Objects.requireNonNull(best);
  }

  /// So many customers have a turn at the same moment, again and again for a second.
  private Cost window(ExecutorService threads, int crowd) throws Exception {
    var sizes = meters.get("direktdraht.commit.size").summary();
    double groups = sizes.count();
    double appends = sizes.totalAmount();
    long cpu = writersCpu();
    long began = System.nanoTime();
    while (System.nanoTime() - began < WINDOW) {
      var turns = new ArrayList<Future<?>>();
      for (int i = 0; i < crowd; i++) {
        var customer = customers.get(next++ % customers.size());
        turns.add(threads.submit(() -> customer.turn(log)));
      }
      for (var turn : turns) turn.get();
    }
    groups = sizes.count() - groups;
    return new Cost(
        (writersCpu() - cpu) / 1e3 / groups,
        (sizes.totalAmount() - appends) / groups,
        (System.nanoTime() - began) / 1e6 / groups);
  }

  private static long writersCpu() {
    var threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (var thread : threads.getThreadInfo(threads.getAllThreadIds()))
      if (thread != null && thread.getThreadName().startsWith("commit-"))
        nanos += threads.getThreadCpuTime(thread.getThreadId());
    return nanos;
  }
}
