package io.direktdraht.channel.platform.door;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

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

  boolean busy(String sender) {
    return busy.contains(sender);
  }

  /// One piece of work at a time for each sender.
  void begin(String sender, Runnable work) {
    busy.add(sender);
    threads.execute(() -> {
      try {
        work.run();
      } finally {
        busy.remove(sender);
      }
    });
  }
}
