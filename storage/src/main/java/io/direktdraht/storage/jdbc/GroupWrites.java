package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Conversations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;

/// Writes what a transaction decided, one batch per table.
final class GroupWrites {
  private final Connection connection;
  private final EventJson json;

  GroupWrites(Connection connection, EventJson json) {
    this.connection = connection;
    this.json = json;
  }

  void write(Working working, Instant now) throws SQLException {
    contacts(working);
    new JoinWrites(connection).write(working);
    created(working.created());
    moved(working.moved());
    events(working);
    attachments(working);
    new RevisionWrites(connection, json).write(working);
    keys(working);
    owed(working, now);
    for (var detail : working.details()) detail(detail);
  }

  private interface Binding<T> {
    void bind(PreparedStatement statement, T value) throws SQLException;
  }

  private <T> void batch(String sql, Collection<T> values, Binding<T> binding) throws SQLException {
    if (values.isEmpty()) return;
    try (var statement = connection.prepareStatement(sql)) {
      for (var value : values) {
        binding.bind(statement, value);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void contacts(Working working) throws SQLException {
    batch(
        "insert into contact (id, since) values (?, ?)",
        working.newContacts,
        (statement, contact) -> {
          statement.setObject(1, contact.id().value());
          statement.setObject(2, Rows.time(contact.since()));
        });
    batch(
        "insert into contact_point (line, external_id, contact_id) values (?, ?, ?)",
        working.newContacts,
        (statement, contact) -> {
          statement.setString(1, contact.point().line().value());
          statement.setString(2, contact.point().externalId());
          statement.setObject(3, contact.id().value());
        });
  }

  private void created(Collection<Conversation> conversations) throws SQLException {
    batch(
        "insert into conversation (contact_id, open_contact, line, stage, stage_data, ordered_by,"
            + " epoch, last_seq, last_shown, last_turn, answered, last_handoff, touched_at, id,"
            + " opened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        conversations,
        (statement, conversation) -> {
          bind(statement, conversation);
          statement.setObject(15, Rows.time(conversation.openedAt()));
        });
    batch(
        "update contact set latest = ? where id = ?",
        conversations,
        (statement, conversation) -> {
          statement.setObject(1, conversation.id().value());
          statement.setObject(2, conversation.contact().value());
        });
  }

  private void moved(Collection<Conversation> conversations) throws SQLException {
    batch(
        "update conversation set contact_id = ?, open_contact = ?, line = ?, stage = ?,"
            + " stage_data = ?, ordered_by = ?, epoch = ?, last_seq = ?, last_shown = ?,"
            + " last_turn = ?, answered = ?, last_handoff = ?, touched_at = ? where id = ?",
        conversations,
        this::bind);
  }

  private void bind(PreparedStatement statement, Conversation conversation) throws SQLException {
    var contact = conversation.contact().value();
    statement.setObject(1, contact);
    statement.setObject(2, conversation.open() ? contact : null, java.sql.Types.OTHER);
    statement.setString(3, conversation.line().value());
    statement.setString(4, conversation.stage().kind().name());
    statement.setString(5, json.write(conversation.stage()));
    statement.setObject(6, Rows.time(orderedBy(conversation)));
    statement.setLong(7, conversation.epoch());
    statement.setLong(8, conversation.marks().lastSeq());
    statement.setLong(9, conversation.marks().lastShown());
    statement.setLong(10, conversation.marks().lastTurn());
    statement.setLong(11, conversation.marks().answered());
    statement.setLong(12, conversation.marks().handoff());
    statement.setObject(13, Rows.time(conversation.touchedAt()));
    statement.setObject(14, conversation.id().value());
  }

  /// To the minute where each event would move it: so most updates change no index, and PostgreSQL
  /// keeps them on the row's page (heap-only tuples).
  private static Instant orderedBy(Conversation conversation) {
    var exact = Conversations.orderedBy(conversation);
    return switch (conversation.stage().kind()) {
      case WAITING, PROMISED -> exact;
      case WITH_BOT, WITH_AGENT, RESOLVED -> exact.truncatedTo(ChronoUnit.MINUTES);
    };
  }

  private void events(Working working) throws SQLException {
    batch(
        "insert into event (conversation_id, seq, prev_shown, type, at, payload)"
            + " values (?, ?, ?, ?, ?, ?)",
        working.changes().stream().flatMap(change -> change.recorded().stream()).toList(),
        (statement, recorded) -> {
          statement.setObject(1, recorded.conversation().value());
          statement.setLong(2, recorded.seq());
          statement.setLong(3, recorded.prevShown());
          statement.setString(4, recorded.event().getClass().getSimpleName());
          statement.setObject(5, Rows.time(recorded.event().at()));
          statement.setString(6, json.write(recorded.event()));
        });
  }

  /// Which files the messages refer to, so that nothing the log names is ever swept.
  private void attachments(Working working) throws SQLException {
    var uses = new ArrayList<AttachmentUse>();
    for (var change : working.changes())
      for (var recorded : change.recorded())
        for (var attachment : recorded.event().attachments())
          uses.add(new AttachmentUse(attachment.id(), recorded));
    batch(
        "insert into attachment_use (attachment_id, conversation_id, seq) values (?, ?, ?)",
        uses,
        (statement, use) -> {
          statement.setObject(1, use.id().value());
          statement.setObject(2, use.by().conversation().value());
          statement.setLong(3, use.by().seq());
        });
  }

  private record AttachmentUse(Attachment.Id id, Recorded by) {}

  private void keys(Working working) throws SQLException {
    batch(
        "insert into received (source, external_id, conversation_id, seq) values (?, ?, ?, ?)",
        working.newKeys.entrySet(),
        (statement, entry) -> {
          statement.setString(1, entry.getKey().source());
          statement.setString(2, entry.getKey().id());
          statement.setObject(3, entry.getValue().conversation().value());
          statement.setLong(4, entry.getValue().seq());
        });
  }

  private void owed(Working working, Instant now) throws SQLException {
    batch(
        "delete from owed where kind = ? and conversation_id = ? and seq = ?",
        working.settled,
        (statement, owed) -> {
          statement.setString(1, owed.kind().name());
          statement.setObject(2, owed.conversation().value());
          statement.setLong(3, owed.seq());
        });
    batch(
        "insert into owed (kind, conversation_id, seq, line, due_at, attempt)"
            + " values (?, ?, ?, ?, ?, 0)",
        working.newlyOwed,
        (statement, owed) -> {
          statement.setString(1, owed.kind().name());
          statement.setObject(2, owed.conversation().value());
          statement.setLong(3, owed.seq());
          statement.setString(4, owed.line().value());
          statement.setObject(5, Rows.time(now));
        });
  }

  private void detail(Working.DetailChange change) throws SQLException {
    var sql = "update contact set " + column(change.detail()) + " = ? where id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, change.value());
      statement.setObject(2, change.contact().value());
      statement.executeUpdate();
    }
  }

  private static String column(Contact.Detail detail) {
    return switch (detail) {
      case NAME -> "name";
      case EMAIL -> "email";
      case PHONE -> "phone";
      case LANGUAGE -> "language";
    };
  }
}
