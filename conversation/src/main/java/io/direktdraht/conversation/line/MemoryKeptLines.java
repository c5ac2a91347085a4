package io.direktdraht.conversation.line;

import io.direktdraht.conversation.Line;
import java.util.List;
import java.util.TreeMap;

/// Kept lines in memory, for tests.
public final class MemoryKeptLines implements KeptLines {
  private final TreeMap<String, Kept> kept = new TreeMap<>();

  @Override
  public synchronized List<Kept> all() {
    return List.copyOf(kept.values());
  }

  @Override
  public synchronized void keep(Kept line) {
    kept.put(line.line().value(), line);
  }

  @Override
  public synchronized boolean forget(Line.Id line) {
    return kept.remove(line.value()) != null;
  }
}
