package io.direktdraht.intents.encode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Texts that come at the same time share a run of the encoder when it has no lane free: whoever
/// finds one free runs at once, and takes along those of like length who wait. Nobody waits for
/// company.
final class SharedRuns {
  /// A long text beside short ones makes all of them as long.
  private static final int LIKE = 2;

  private final int lanes;
  private final int together;
  private final Function<List<String>, List<float[]>> encoder;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private int running;

  private static final class Waiting {
    private final String text;
    private boolean taken;
    private float @Nullable [] point;
    private @Nullable RuntimeException failure;

    private Waiting(String text) {
      this.text = text;
    }
  }

  /// So many runs at a time, of so many texts at most.
  SharedRuns(int lanes, int together, Function<List<String>, List<float[]>> encoder) {
    this.lanes = lanes;
    this.together = together;
    this.encoder = encoder;
  }

  float[] encode(String text) {
    var mine = new Waiting(text);
    lock.lock();
    try {
      queue.add(mine);
      while (mine.point == null && mine.failure == null) {
        if (mine.taken || running >= lanes) changed.awaitUninterruptibly();
        else run(next());
      }
    } finally {
      lock.unlock();
    }
    if (mine.point == null) throw new IllegalStateException("the encoder failed", mine.failure);
    return mine.point;
  }

  /// Whether this text waits for a run.
  boolean holds(String text) {
    lock.lock();
    try {
      return queue.stream().anyMatch(one -> one.text.equals(text));
    } finally {
      lock.unlock();
    }
  }

  private List<Waiting> next() {
    var first = queue.remove();
    var run = new ArrayList<>(List.of(first));
    for (var others = queue.iterator(); others.hasNext() && run.size() < together; ) {
      var other = others.next();
      if (!alike(first.text.length(), other.text.length())) continue;
      others.remove();
      run.add(other);
    }
    run.forEach(one -> one.taken = true);
    return run;
  }

  private static boolean alike(int one, int other) {
    return Math.max(one, other) <= LIKE * Math.min(one, other);
  }

  /// Called with the lock, which is free while the encoder works.
  private void run(List<Waiting> run) {
    running++;
    lock.unlock();
    List<float[]> points = List.of();
    RuntimeException failure = null;
    try {
      points = encoder.apply(run.stream().map(one -> one.text).toList());
    } catch (RuntimeException failed) {
      failure = failed;
    } finally {
      lock.lock();
      running--;
      for (int i = 0; i < run.size(); i++) {
        if (i < points.size()) run.get(i).point = points.get(i);
        else run.get(i).failure = failure;
      }
      changed.signalAll();
    }
  }
}
