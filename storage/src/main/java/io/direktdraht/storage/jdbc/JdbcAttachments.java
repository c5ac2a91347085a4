package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.attachment.Attachments;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Attachments in a database, cut into rows of 256 KiB.
public final class JdbcAttachments implements Attachments {
  private static final int PART = 256 * 1024;
  private final Query query;

  public JdbcAttachments(Database database) {
    query = new Query(database);
  }

  @Override
  public void store(Attachment attachment, String owner, byte[] bytes, Instant at) {
    var changes = new ArrayList<Query.Change>();
    changes.add(
        new Query.Change(
            "insert into attachment (id, owner, name, media_type, size, at) values (?, ?, ?, ?, ?, ?)",
            List.of(
                attachment.id().value(),
                owner,
                attachment.name(),
                attachment.mediaType(),
                attachment.size(),
                Rows.time(at))));
    for (int from = 0; from < bytes.length; from += PART)
      changes.add(
          new Query.Change(
              "insert into attachment_part (attachment_id, number, bytes) values (?, ?, ?)",
              List.of(
                  attachment.id().value(),
                  from / PART,
                  Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)))));
    query.together(changes.toArray(Query.Change[]::new));
    query.force();
  }

  @Override
  public Optional<Stored> find(Attachment.Id id) {
    var conversations =
        query.list(
            "select distinct conversation_id from attachment_use where attachment_id = ?",
            row -> new ConversationId(Rows.uuid(row, 1)),
            id.value());
    return query.one(
        "select name, media_type, size, owner from attachment where id = ?",
        row -> new Stored(attachment(id, row), row.getString(4), new HashSet<>(conversations)),
        id.value());
  }

  @Override
  public Optional<byte[]> bytes(Attachment.Id id) {
    var all = new ByteArrayOutputStream();
    query
        .list(
            "select bytes from attachment_part where attachment_id = ? order by number",
            row -> row.getBytes(1),
            id.value())
        .forEach(all::writeBytes);
    return all.size() == 0 ? Optional.empty() : Optional.of(all.toByteArray());
  }

  @Override
  public long brought(String owner, Instant since) {
    return query
        .one(
            "select coalesce(sum(size), 0) from attachment where owner = ? and at >= ?",
            row -> row.getLong(1),
            owner,
            Rows.time(since))
        .orElse(0L);
  }

  @Override
  public int sweep(Instant before) {
    return query.update(
        "delete from attachment where at < ? and not exists"
            + " (select 1 from attachment_use u where u.attachment_id = attachment.id)",
        Rows.time(before));
  }

  private static Attachment attachment(Attachment.Id id, ResultSet row) throws SQLException {
    return new Attachment(id, row.getString(1), row.getString(2), row.getLong(3));
  }
}
