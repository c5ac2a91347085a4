package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.join.Union;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/// Reads what joining two contacts, or parting them, needs besides.
final class JoinReads {
  private final Connection connection;
  private final Rows rows;

  JoinReads(Connection connection, Rows rows) {
    this.connection = connection;
    this.rows = rows;
  }

  /// Which customers of the shop the holders are.
  void readShop(Working working) throws SQLException {
    var sql = "select external_id from contact_point where line = ? and contact_id = ?";
    for (var holder : working.holders.values())
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, Union.SHOP.value());
        statement.setObject(2, holder.contact().value());
        try (var row = statement.executeQuery()) {
          while (row.next()) working.shop.add(new Contact.Point(Union.SHOP, row.getString(1)));
        }
      }
  }

  /// The join, if it can be taken back, with the conversations that it concerns.
  void readParting(JoinId join, Instant at, Working working) throws SQLException {
    var sql =
        "select j.kept, j.gone from contact_join j where j.id = ? and j.parted_at is null"
            + " and exists (select 1 from contact_point p where p.came_by = j.id) for update";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, join.value());
      try (var row = statement.executeQuery()) {
        if (!row.next()) return;
        var gone = row.getObject(2, UUID.class);
        var kept = new ContactId(Rows.uuid(row, 1));
        working.parting =
            gone == null
                ? new Working.Parting(join, kept, ContactId.next(at), true)
                : new Working.Parting(join, kept, new ContactId(gone), false);
        lock(working.parting, working);
      }
    }
  }

  private void lock(Working.Parting parting, Working working) throws SQLException {
    var sql =
        "select "
            + Rows.CONVERSATION
            + ", c.came_by from conversation c where c.came_by = ? or c.open_contact = ?"
            + " order by c.id for update";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, parting.join().value());
      statement.setObject(2, parting.kept().value());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var conversation = rows.conversation(row);
          boolean came = parting.join().value().equals(row.getObject(13, UUID.class));
          working.conversations.put(
              conversation.id(), came ? conversation.of(parting.gone()) : conversation);
        }
      }
    }
  }
}
