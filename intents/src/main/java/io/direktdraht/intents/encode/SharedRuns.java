package io.direktdraht.intents.encode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Texts that come while all lanes are taken share the next run of the encoder with those of like
/// length. Nobody waits for company: where a lane is free, a text runs at once. Lanes are threads
/// of their own, because native code would hold the carriers of virtual threads, and those who wait
/// could not even arrive.
final class SharedRuns implements AutoCloseable {
  /// A long text beside short ones makes all of them as long.
  private static final double LIKE = 1.25;

  private final int lanes;
  private final int together;
  private final Function<List<String>, List<float[]>> encoder;
  private final ExecutorService threads;
  private final Deque<Waiting> queue = new ArrayDeque<>(); // guarded by itself
  private int running;

  private record Waiting(String text, CompletableFuture<float[]> point) {}

  /// So many runs at a time, of so many texts at most.
  SharedRuns(int lanes, int together, Function<List<String>, List<float[]>> encoder) {
    this.lanes = lanes;
    this.together = together;
    this.encoder = encoder;
    this.threads =
        Executors.newFixedThreadPool(
            lanes, Thread.ofPlatform().daemon().name("encoder-", 1).factory());
  }

  float[] encode(String text) {
    var mine = new Waiting(text, new CompletableFuture<>());
    synchronized (queue) {
      queue.add(mine);
      if (running < lanes) {
        running++;
        threads.execute(this::drain);
      }
    }
    try {
      return mine.point().join();
    } catch (CompletionException failed) {
      throw new IllegalStateException("the encoder failed", failed.getCause());
    }
  }

  /// Whether this text waits for a run.
  boolean holds(String text) {
    synchronized (queue) {
      return queue.stream().anyMatch(one -> one.text().equals(text));
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  /// A lane runs as long as somebody waits.
  private void drain() {
    for (var run = next(); !run.isEmpty(); run = next())
      try {
        var points = encoder.apply(run.stream().map(Waiting::text).toList());
        for (int i = 0; i < run.size(); i++) run.get(i).point().complete(points.get(i));
      } catch (RuntimeException | Error failed) {
        run.forEach(one -> one.point().completeExceptionally(failed));
      }
  }

  private List<Waiting> next() {
    synchronized (queue) {
      var run = new ArrayList<Waiting>();
      for (var others = queue.iterator(); others.hasNext() && run.size() < together; ) {
        var other = others.next();
        if (!run.isEmpty() && !alike(run.getFirst().text(), other.text())) continue;
        others.remove();
        run.add(other);
      }
      if (run.isEmpty()) running--;
      return run;
    }
  }

  private static boolean alike(String one, String other) {
    return Math.max(one.length(), other.length()) <= LIKE * Math.min(one.length(), other.length());
  }
}
