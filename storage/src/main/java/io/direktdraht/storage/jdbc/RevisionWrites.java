package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Revision;
import java.sql.Connection;
import java.sql.SQLException;

/// Writes what changes in places that were there before. Runs after the events are written: a
/// message may come and change in one transaction.
final class RevisionWrites {
  private final Connection connection;
  private final EventJson json;

  RevisionWrites(Connection connection, EventJson json) {
    this.connection = connection;
    this.json = json;
  }

  void write(Working working) throws SQLException {
    for (var change : working.changes())
      for (var revision : change.revisions()) {
        var conversation = change.after().id();
        revise(conversation, revision);
        if (revision.withdrawn()) letGoOfFiles(conversation, revision);
      }
  }

  /// Only places that tell of messages can be meant, and none before the message's own.
  private void revise(ConversationId conversation, Revision revision) throws SQLException {
    var sql =
        "select seq, payload from event where conversation_id = ? and seq >= ?"
            + " and type in ('MessageReceived', 'MessageEdited')";
    try (var found = connection.prepareStatement(sql)) {
      found.setObject(1, conversation.value());
      found.setLong(2, revision.message());
      try (var row = found.executeQuery()) {
        while (row.next()) {
          var before = json.event(row.getString(2));
          var after = revision.revised(row.getLong(1), before);
          if (!after.equals(before)) update(conversation, row.getLong(1), after);
        }
      }
    }
  }

  private void update(ConversationId conversation, long seq, ConversationEvent event)
      throws SQLException {
    var sql = "update event set payload = ? where conversation_id = ? and seq = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, json.write(event));
      statement.setObject(2, conversation.value());
      statement.setLong(3, seq);
      statement.executeUpdate();
    }
  }

  /// Files that nothing refers to are swept.
  private void letGoOfFiles(ConversationId conversation, Revision revision) throws SQLException {
    var sql = "delete from attachment_use where conversation_id = ? and seq = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, conversation.value());
      statement.setLong(2, revision.message());
      statement.executeUpdate();
    }
  }
}
