package io.direktdraht.benchmarks;

import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Fills a database with conversations of one answered question each, through the product's own
/// log.
final class Preload {
  private static final int AT_ONCE = 500;

  private Preload() {}

  /// How many were stored: all, or as many as fit into this time.
  static int fill(Database.Address address, int conversations, Duration longest)
      throws InterruptedException, ExecutionException {
    long until = System.nanoTime() + longest.toNanos();
    int stored = 0;
    try (var database = new Database(address);
        var log = Correspondent.log(database, new SimpleMeterRegistry());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var worker : work(threads, log, conversations, until)) stored += worker.get();
    }
    return stored;
  }

  private static List<Future<Integer>> work(
      ExecutorService threads, JdbcLog log, int conversations, long until) {
    return IntStream.range(0, AT_ONCE)
        .mapToObj(worker ->
            threads.submit(() -> {
              int stored = 0;
              for (int i = worker; i < conversations; i += AT_ONCE) {
                if (System.nanoTime() - until > 0) break;
                new Correspondent().turn(log);
                stored++;
              }
              return stored;
            }))
        .toList();
  }
}
