package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.log.Cursors;

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
