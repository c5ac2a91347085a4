package io.direktdraht.storage.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What senders, the platform and readers saw, recorded while faults happen; safe to fill from many
/// threads.
public final class History {
  private final List<Operation> operations = new ArrayList<>();
  private final List<Delivered> delivered = new ArrayList<>();
  private final Map<Reader, List<Long>> rendered = new LinkedHashMap<>();

  /// The platform accepted this place of this conversation.
  public record Delivered(String conversation, long seq) {}

  /// One client that shows one conversation.
  public record Reader(String name, String conversation) {}

  /// A call of which nothing is known yet.
  public synchronized Body invoke(Operation.Kind kind, Body body) {
    return add(kind, Operation.Phase.INVOKE, body);
  }

  /// Acknowledged to its sender.
  public synchronized void ok(Operation.Kind kind, Body body) {
    add(kind, Operation.Phase.OK, body);
  }

  /// The sender was told that it is not stored and never will be.
  public synchronized void fail(Operation.Kind kind, Body body) {
    add(kind, Operation.Phase.FAIL, body);
  }

  /// The sender was told nothing, or that nothing is known.
  public synchronized void info(Operation.Kind kind, Body body) {
    add(kind, Operation.Phase.INFO, body);
  }

  public synchronized void delivered(Delivered one) {
    delivered.add(one);
  }

  /// The reader shows this place below what it showed before.
  public synchronized void rendered(Reader reader, long seq) {
    rendered.computeIfAbsent(reader, _ -> new ArrayList<>()).add(seq);
  }

  /// The last place that the reader shows, 0 for none.
  public synchronized long last(Reader reader) {
    var shown = rendered.getOrDefault(reader, List.of());
    return shown.isEmpty() ? 0 : shown.getLast();
  }

  public synchronized List<Operation> operations() {
    return List.copyOf(operations);
  }

  public synchronized List<Delivered> deliveries() {
    return List.copyOf(delivered);
  }

  public synchronized Map<Reader, List<Long>> readers() {
    var copy = new LinkedHashMap<Reader, List<Long>>();
    rendered.forEach((reader, shown) -> copy.put(reader, List.copyOf(shown)));
    return copy;
  }

  private Body add(Operation.Kind kind, Operation.Phase phase, Body body) {
    operations.add(new Operation(kind, phase, body, System.nanoTime()));
    return body;
  }
}
