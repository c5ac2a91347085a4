package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.inbox.RawEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Raw events in a database; its unique key decides who stored one.
public final class JdbcRawEvents implements RawEvents {
  private final Query query;
  private final RawGroup arrivals;

  public JdbcRawEvents(Database database) {
    query = new Query(database);
    arrivals = new RawGroup(new Query(database.dialect(), database.door()));
  }

  @Override
  public boolean store(RawEvent event) {
    return arrivals.store(event);
  }

  @Override
  public List<RawEvent> waiting(Line.Id line, int limit) {
    return query.list(
        "select external_id, body, received_at from inbound_event"
            + " where line = ? and state = 'WAITING' order by id limit ?",
        row -> new RawEvent(line, row.getString(1), row.getString(2), Rows.instant(row, 3)),
        line.value(),
        limit);
  }

  @Override
  public void done(List<RawEvent> events) {
    if (events.isEmpty()) return;
    var values = new ArrayList<Object>();
    for (int i = 0; i < Rows.rounded(events.size()); i++) {
      var event = events.get(Math.min(i, events.size() - 1));
      values.add(event.line().value());
      values.add(event.key());
    }
    query.update(
        "update inbound_event set state = 'DONE', body = '' where (line, external_id) in ("
            + Rows.placeholders(events.size(), "(?, ?)")
            + ")",
        values.toArray());
  }

  @Override
  public void quarantine(RawEvent unreadable) {
    query.update(
        "update inbound_event set state = 'UNPARSED', problem = ? where line = ?"
            + " and external_id = ?",
        problem(unreadable),
        unreadable.line().value(),
        unreadable.key());
  }

  @Override
  public int quarantined(Line.Id line) {
    return query
        .one(
            "select count(*) from inbound_event where line = ? and state = 'UNPARSED'",
            row -> row.getInt(1),
            line.value())
        .orElse(0);
  }

  @Override
  public List<Trace> latest(Line.Id line, State state, int limit) {
    return query.list(
        "select external_id, problem, received_at from inbound_event where line = ?"
            + " and state = ? order by id desc limit ?",
        row -> {
          var problem = state == State.QUARANTINED ? row.getString(2) : null;
          return new Trace(row.getString(1), state, problem, Rows.instant(row, 3));
        },
        line.value(),
        word(state),
        limit);
  }

  @Override
  public Optional<RawEvent> inQuarantine(Line.Id line, String key) {
    return query.one(
        "select body, received_at, problem from inbound_event where line = ?"
            + " and external_id = ? and state = 'UNPARSED'",
        row -> new RawEvent(line, key, row.getString(1), Rows.instant(row, 2), row.getString(3)),
        line.value(),
        key);
  }

  @Override
  public boolean again(Line.Id line, String key) {
    return leaves(line, key, "state = 'WAITING', problem = ''");
  }

  @Override
  public boolean discard(Line.Id line, String key) {
    return leaves(line, key, "state = 'DONE', problem = '', body = ''");
  }

  private boolean leaves(Line.Id line, String key, String changes) {
    return query.update(
            "update inbound_event set "
                + changes
                + " where line = ? and external_id = ? and state = 'UNPARSED'",
            line.value(),
            key)
        == 1;
  }

  private static String word(State state) {
    return switch (state) {
      case WAITING -> "WAITING";
      case DONE -> "DONE";
      case QUARANTINED -> "UNPARSED";
    };
  }

  @Override
  public int forget(Instant before) {
    return query.update(
        "delete from inbound_event where received_at < ? and state <> 'WAITING'",
        Rows.time(before));
  }

  private static String problem(RawEvent event) {
    return Objects.requireNonNullElse(event.problem(), "");
  }
}
