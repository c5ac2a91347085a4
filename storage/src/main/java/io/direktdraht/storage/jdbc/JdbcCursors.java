package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.log.Cursors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cursors in a database; `greatest` in the statement keeps them from going down.
public final class JdbcCursors implements Cursors {
  private final Query query;

  public JdbcCursors(Database database) {
    query = new Query(database);
  }

  @Override
  public Cursor of(ConversationId conversation, Side side) {
    return query
        .one(
            "select delivered, read_to from receipt where conversation_id = ? and side = ?",
            row -> new Cursor(row.getLong(1), row.getLong(2)),
            conversation.value(),
            side.name())
        .orElse(Cursor.NONE);
  }

  @Override
  public Map<ConversationId, Cursor> of(Collection<ConversationId> conversations, Side side) {
    var cursors = new HashMap<ConversationId, Cursor>();
    for (var id : conversations) cursors.put(id, Cursor.NONE);
    if (cursors.isEmpty()) return cursors;
    for (var found : found(List.copyOf(cursors.keySet()), side))
      cursors.put(found.conversation, found.cursor);
    return cursors;
  }

  private record Found(ConversationId conversation, Cursor cursor) {}

  private List<Found> found(List<ConversationId> ids, Side side) {
    var values = new ArrayList<Object>(List.of(side.name()));
    for (int i = 0; i < Rows.rounded(ids.size()); i++)
      values.add(ids.get(Math.min(i, ids.size() - 1)).value());
    return query.list(
        "select conversation_id, delivered, read_to from receipt where side = ?"
            + " and conversation_id in ("
            + Rows.placeholders(ids.size(), "?")
            + ")",
        row ->
            new Found(
                new ConversationId(Rows.uuid(row, 1)), new Cursor(row.getLong(2), row.getLong(3))),
        values.toArray());
  }

  @Override
  public Cursor advance(ConversationId conversation, Side side, Cursor to) {
    if (raise(conversation, side, to) == 0) {
      query.insert(
          "insert into receipt (conversation_id, side, delivered, read_to) values (?, ?, 0, 0)",
          conversation.value(),
          side.name());
      raise(conversation, side, to);
    }
    return of(conversation, side);
  }

  private int raise(ConversationId conversation, Side side, Cursor to) {
    return query.update(
        "update receipt set delivered = greatest(delivered, ?), read_to = greatest(read_to, ?)"
            + " where conversation_id = ? and side = ?",
        to.delivered(),
        to.read(),
        conversation.value(),
        side.name());
  }
}
