package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.join.Join;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes who became whom. Runs before the conversations are written: nobody has an open one in
/// between.
final class JoinWrites {
  private static final String NEWEST =
      "(select c.id from conversation c where c.contact_id = ?"
          + " order by case when c.open_contact is null then 1 else 0 end, c.id desc limit 1)";
  private final Connection connection;

  JoinWrites(Connection connection) {
    this.connection = connection;
  }

  void write(Working working) throws SQLException {
    for (var brought : working.brought) bring(brought);
    if (working.united != null) unite(working.united);
    if (working.parting != null && working.parted != null) part(working.parting, working.parted);
  }

  private void bring(Working.Brought brought) throws SQLException {
    var join = brought.join();
    note(join, brought.contact(), null);
    update(
        "insert into contact_point (line, external_id, contact_id, came_by, since)"
            + " values (?, ?, ?, ?, ?)",
        brought.point().line().value(),
        brought.point().externalId(),
        brought.contact().value(),
        join.id().value(),
        Rows.time(join.at()));
  }

  private void unite(Working.United united) throws SQLException {
    var join = united.join();
    var kept = united.union().kept().value();
    var gone = united.union().gone().value();
    note(join, united.union().kept(), united.union().gone());
    update(
        "update contact_point set contact_id = ?, came_by = ?, since = ? where contact_id = ?",
        kept,
        join.id().value(),
        Rows.time(join.at()),
        gone);
    update("update conversation set open_contact = null where open_contact in (?, ?)", kept, gone);
    update(
        "update conversation set contact_id = ?, came_by = ? where contact_id = ?",
        kept,
        join.id().value(),
        gone);
    for (var detail : new String[] {"name", "email", "phone", "language"})
      update(
          "update contact set %1$s = (select g.%1$s from contact g where g.id = ?)"
                  .formatted(detail)
              + " where id = ? and %s is null".formatted(detail),
          gone,
          kept);
    var latest = united.union().latest();
    if (latest != null) update("update contact set latest = ? where id = ?", latest.value(), kept);
    update("update contact set latest = null where id = ?", gone);
  }

  private void part(Working.Parting parting, Instant at) throws SQLException {
    var join = parting.join().value();
    var kept = parting.kept().value();
    var gone = parting.gone().value();
    if (parting.fresh())
      update("insert into contact (id, since) values (?, ?)", gone, Rows.time(at));
    update(
        "update contact_point set contact_id = ?, came_by = null, since = ? where came_by = ?",
        gone,
        Rows.time(at),
        join);
    update(
        "update conversation set contact_id = ?, came_by = null,"
            + " open_contact = case when open_contact is null then null else ? end"
            + " where came_by = ?",
        gone,
        gone,
        join);
    for (var contact : new Object[] {kept, gone})
      update("update contact set latest = " + NEWEST + " where id = ?", contact, contact);
    update("update contact_join set parted_at = ? where id = ?", Rows.time(at), join);
  }

  private void note(Join join, ContactId kept, @Nullable ContactId gone) throws SQLException {
    var sql =
        "insert into contact_join (id, kept, gone, proof, decided_by, at) values (?, ?, ?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, join.id().value());
      statement.setObject(2, kept.value());
      statement.setObject(3, gone == null ? null : gone.value(), java.sql.Types.OTHER);
      statement.setString(4, join.proof().name());
      statement.setString(5, join.by() == null ? null : join.by().value());
      statement.setObject(6, Rows.time(join.at()));
      statement.executeUpdate();
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      statement.executeUpdate();
    }
  }
}
