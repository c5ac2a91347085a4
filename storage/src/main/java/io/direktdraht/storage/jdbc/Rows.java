package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.UUID;

/// Reads rows into the language of the log.
final class Rows {
  static final String CONVERSATION =
      "c.id, c.contact_id, c.line, c.stage_data, c.epoch, c.last_seq, c.last_shown, c.last_turn,"
          + " c.answered, c.last_handoff, c.opened_at, c.touched_at";

  private final EventJson json;

  Rows(EventJson json) {
    this.json = json;
  }

  Conversation conversation(ResultSet row) throws SQLException {
    return new Conversation(
        new ConversationId(uuid(row, 1)),
        new ContactId(uuid(row, 2)),
        new Line.Id(row.getString(3)),
        json.stage(row.getString(4)),
        row.getLong(5),
        marks(row, 6),
        instant(row, 11),
        instant(row, 12));
  }

  private static Conversation.Marks marks(ResultSet row, int first) throws SQLException {
    return new Conversation.Marks(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4));
  }

  /// Columns: conversation, seq, prev_shown, payload.
  Recorded recorded(ResultSet row) throws SQLException {
    return new Recorded(
        new ConversationId(uuid(row, 1)),
        row.getLong(2),
        row.getLong(3),
        json.event(row.getString(4)));
  }

  static UUID uuid(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// `(?,?), (?,?), …` for at least `count` rows: rounded up to a power of two, so that few
  /// different statements are prepared. Callers repeat their last value to fill it.
  static String placeholders(int count, String one) {
    return String.join(",", Collections.nCopies(rounded(count), one));
  }

  static int rounded(int count) {
    return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
  }
}
