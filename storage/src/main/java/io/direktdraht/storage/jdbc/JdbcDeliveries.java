package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.Deliveries;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The outbox's queue in a database. The attempt number is compared and set, so that two nodes that
/// read the same row cannot both hold it.
public final class JdbcDeliveries implements Deliveries {
  private static final String KEY = " where kind = 'DELIVERY' and conversation_id = ? and seq = ?";
  private final Query query;

  public JdbcDeliveries(Database database) {
    query = new Query(database);
  }

  @Override
  public List<Delivery> lease(Line.Id line, Instant now, Instant until, int limit) {
    var taken = due(line, now, limit).stream().filter(one -> taken(one, until)).toList();
    // A power cut must not make a begun attempt look as if it had never been made.
    if (!taken.isEmpty()) query.force();
    return taken;
  }

  private List<Delivery> due(Line.Id line, Instant now, int limit) {
    return query.list(
        "select o.conversation_id, o.seq, o.attempt, o.leased_until, o.parts from owed o"
            + " where o.kind = 'DELIVERY' and o.line = ? and o.due_at <= ?"
            + " and (o.leased_until is null or o.leased_until <= ?)"
            + " and not exists (select 1 from owed e where e.kind = 'DELIVERY'"
            + " and e.conversation_id = o.conversation_id and e.line = o.line and e.seq < o.seq)"
            + " order by o.due_at limit ?",
        row ->
            new Delivery(
                new ConversationId(Rows.uuid(row, 1)),
                row.getLong(2),
                line,
                row.getInt(3) + 1,
                row.getObject(4, OffsetDateTime.class) != null,
                row.getInt(5)),
        line.value(),
        Rows.time(now),
        Rows.time(now),
        limit);
  }

  @Override
  public boolean sent(Delivery delivery, String externalId, Instant at) {
    return query.together(
        new Query.Change(
            "delete from owed" + KEY + " and attempt = ? and leased_until is not null",
            List.of(delivery.conversation().value(), delivery.seq(), delivery.attempt())),
        new Query.Change(
            "insert into sent (conversation_id, seq, line, external_id, at) values (?, ?, ?, ?, ?)",
            List.of(
                delivery.conversation().value(),
                delivery.seq(),
                delivery.line().value(),
                externalId,
                Rows.time(at))));
  }

  @Override
  public boolean postpone(Delivery delivery, Instant at) {
    return query.update(
            "update owed set due_at = ?, parts = ?, leased_until = null"
                + KEY
                + " and attempt = ? and leased_until is not null",
            Rows.time(at),
            delivery.parts(),
            delivery.conversation().value(),
            delivery.seq(),
            delivery.attempt())
        == 1;
  }

  @Override
  public int owed(Line.Id line) {
    return query
        .one(
            "select count(*) from owed where kind = 'DELIVERY' and line = ?",
            row -> row.getInt(1),
            line.value())
        .orElse(0);
  }

  @Override
  public Optional<Place> named(Line.Id line, String externalId) {
    return query.one(
        "select conversation_id, seq from sent where line = ? and external_id = ? limit 1",
        row -> new Place(new ConversationId(Rows.uuid(row, 1)), row.getLong(2)),
        line.value(),
        externalId);
  }

  @Override
  public Optional<Place> latest(ConversationId conversation, Line.Id line, Instant until) {
    return query.one(
        "select seq from sent where conversation_id = ? and line = ? and at <= ?"
            + " order by seq desc limit 1",
        row -> new Place(conversation, row.getLong(1)),
        conversation.value(),
        line.value(),
        Rows.time(until));
  }

  private boolean taken(Delivery delivery, Instant until) {
    return query.update(
            "update owed set attempt = ?, leased_until = ?" + KEY + " and attempt = ?",
            delivery.attempt(),
            Rows.time(until),
            delivery.conversation().value(),
            delivery.seq(),
            delivery.attempt() - 1)
        == 1;
  }
}
