package io.direktdraht.conversation.inbox;

import io.direktdraht.conversation.Line;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Raw events in memory, for tests.
public final class MemoryRawEvents implements RawEvents {
  private final Map<Key, Kept> kept = new LinkedHashMap<>();

  private record Key(Line.Id line, String key) {}

  private record Kept(RawEvent event, boolean done) {
    boolean waits() {
      return state() == State.WAITING;
    }

    State state() {
      return done ? State.DONE : event.problem() == null ? State.WAITING : State.QUARANTINED;
    }
  }

  @Override
  public synchronized boolean store(RawEvent event) {
    return kept.putIfAbsent(key(event), new Kept(event, false)) == null;
  }

  @Override
  public synchronized List<RawEvent> waiting(Line.Id line, int limit) {
    return kept.values().stream()
        .filter(one -> one.waits() && one.event.line().equals(line))
        .limit(limit)
        .map(Kept::event)
        .toList();
  }

  @Override
  public synchronized void done(List<RawEvent> events) {
    for (var event : events)
      kept.replace(
          key(event), new Kept(new RawEvent(event.line(), event.key(), "", event.at()), true));
  }

  @Override
  public synchronized void quarantine(RawEvent unreadable) {
    kept.replace(key(unreadable), new Kept(unreadable, false));
  }

  @Override
  public synchronized int quarantined(Line.Id line) {
    return (int)
        kept.values().stream()
            .filter(one -> one.event.line().equals(line) && one.event.problem() != null)
            .count();
  }

  @Override
  public synchronized List<Trace> latest(Line.Id line, State state, int limit) {
    return List.copyOf(kept.values()).reversed().stream()
        .filter(one -> one.event.line().equals(line) && one.state() == state)
        .limit(limit)
        .map(one -> new Trace(one.event.key(), one.state(), one.event.problem(), one.event.at()))
        .toList();
  }

  @Override
  public synchronized Optional<RawEvent> inQuarantine(Line.Id line, String key) {
    return Optional.ofNullable(kept.get(new Key(line, key)))
        .map(Kept::event)
        .filter(event -> event.problem() != null);
  }

  @Override
  public synchronized boolean again(Line.Id line, String key) {
    var found = inQuarantine(line, key);
    found.ifPresent(event ->
        kept.put(key(event), new Kept(new RawEvent(line, key, event.body(), event.at()), false)));
    return found.isPresent();
  }

  @Override
  public synchronized boolean discard(Line.Id line, String key) {
    var found = inQuarantine(line, key);
    found.ifPresent(event -> done(List.of(event)));
    return found.isPresent();
  }

  @Override
  public synchronized int forget(Instant before) {
    int all = kept.size();
    kept.values().removeIf(one -> !one.waits() && one.event.at().isBefore(before));
    return all - kept.size();
  }

  private static Key key(RawEvent event) {
    return new Key(event.line(), event.key());
  }
}
