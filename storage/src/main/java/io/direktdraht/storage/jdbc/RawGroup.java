package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.log.LogUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Stores what platforms tell at the same time in one transaction: what comes while one is under
/// way waits for the next. However many come, one connection is used.
final class RawGroup {
  private static final int LARGEST = 256;
  private static final String INSERT =
      "insert into inbound_event (line, external_id, state, body, problem, received_at)"
          + " values (?, ?, ?, ?, ?, ?)";
  private final Query query;
  private final LinkedBlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean storing = new AtomicBoolean();

  /// What is to be stored, and whether it was not there yet.
  private record Arrival(RawEvent event, CompletableFuture<Boolean> fresh) {
    Key key() {
      return new Key(event.line().value(), event.key());
    }
  }

  /// By what the platform's call is known.
  private record Key(String line, String external) {}

  RawGroup(Query query) {
    this.query = query;
  }

  /// True when it was not there yet. It is on disk when this returns, whoever stored it.
  boolean store(RawEvent event) {
    var mine = new Arrival(event, new CompletableFuture<>());
    waiting.add(mine);
    begin();
    return answer(mine);
  }

  /// A platform's thread: it must not wait behind virtual ones that think.
  private void begin() {
    if (!waiting.isEmpty() && storing.compareAndSet(false, true))
      Thread.ofPlatform().name("webhooks").daemon().start(this::storeAll);
  }

  private void storeAll() {
    try {
      while (!waiting.isEmpty()) storeGroup();
    } finally {
      storing.set(false);
    }
    begin(); // for whoever came in between
  }

  private static boolean answer(Arrival arrival) {
    try {
      return arrival.fresh.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof LogUnavailable outage) throw outage;
      throw new IllegalStateException("the database refused it", failed.getCause());
    }
  }

  private void storeGroup() {
    var group = new ArrayList<Arrival>();
    waiting.drainTo(group, LARGEST);
    try {
      var fresh = together(group);
      for (var one : group) one.fresh.complete(fresh.remove(one.key()));
    } catch (LogUnavailable outage) {
      waiting.drainTo(group); // they have waited as long
      for (var one : group) one.fresh.completeExceptionally(outage);
    } catch (RuntimeException refused) {
      for (var one : group) alone(one); // another node was faster, or one of them is poisoned
    } finally { // nobody waits for ever, whatever happened
      for (var one : group) one.fresh.completeExceptionally(new LogUnavailable("not stored"));
    }
  }

  /// The keys that were not there yet.
  private Set<Key> together(List<Arrival> group) {
    var inserts = new LinkedHashMap<Key, RawEvent>();
    for (var one : group) inserts.putIfAbsent(one.key(), one.event);
    inserts.keySet().removeAll(known(List.copyOf(inserts.keySet())));
    if (!inserts.isEmpty())
      query.insertAll(INSERT, inserts.values().stream().map(RawGroup::row).toList());
    query.force(); // also a repetition: what it repeats may not be on disk yet
    return new HashSet<>(inserts.keySet());
  }

  private Set<Key> known(List<Key> keys) {
    var values = new ArrayList<Object>();
    for (int i = 0; i < Rows.rounded(keys.size()); i++) {
      var key = keys.get(Math.min(i, keys.size() - 1));
      values.add(key.line);
      values.add(key.external);
    }
    return Set.copyOf(
        query.list(
            "select line, external_id from inbound_event where (line, external_id) in ("
                + Rows.placeholders(keys.size(), "(?, ?)")
                + ")",
            row -> new Key(row.getString(1), row.getString(2)),
            values.toArray()));
  }

  private void alone(Arrival arrival) {
    try {
      boolean fresh = query.insert(INSERT, row(arrival.event).toArray());
      query.force();
      arrival.fresh.complete(fresh);
    } catch (RuntimeException failed) {
      arrival.fresh.completeExceptionally(failed);
    }
  }

  private static List<Object> row(RawEvent event) {
    return List.of(
        event.line().value(),
        event.key(),
        event.problem() == null ? "WAITING" : "UNPARSED",
        event.body(),
        Objects.requireNonNullElse(event.problem(), ""),
        Rows.time(event.at()));
  }
}
