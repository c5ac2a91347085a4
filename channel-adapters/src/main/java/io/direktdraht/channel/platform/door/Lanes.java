package io.direktdraht.channel.platform.door;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// Contacts whose messages bring files. Each has a lane, in which messages wait for files and for
/// each other; nobody else does.
final class Lanes {
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Fetching fetching;
  private final Executor threads;

  Lanes(Fetching fetching, Executor threads) {
    this.fetching = fetching;
    this.threads = threads;
  }

  Fetching fetching() {
    return fetching;
  }

  /// Whose lane is in use at this moment. Whoever sorts messages asks once for all of them: a lane
  /// that ended in between would let a later message pass those that were put back before.
  Set<String> busy() {
    return Set.copyOf(busy);
  }

  /// One piece of work at a time for each sender; `then` runs when the lane is free again, if the
  /// work was done.
  void begin(String sender, BooleanSupplier work, Runnable then) {
    busy.add(sender);
    threads.execute(() -> {
      boolean done = false;
      try {
        done = work.getAsBoolean();
      } finally {
        busy.remove(sender);
      }
      if (done) then.run();
    });
  }
}
