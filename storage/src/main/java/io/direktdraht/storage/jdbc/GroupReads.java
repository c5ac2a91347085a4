package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Owed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Reads everything that the members of a transaction need, in four statements however many they
/// are. Conversations are locked in the order of their ids, so that two nodes cannot wait for each
/// other.
final class GroupReads {
  private final Connection connection;
  private final Dialect dialect;
  private final Rows rows;

  GroupReads(Connection connection, Dialect dialect, Rows rows) {
    this.connection = connection;
    this.dialect = dialect;
    this.rows = rows;
  }

  Working read(List<Member> members) throws SQLException {
    var keys = new LinkedHashSet<Append.Key>();
    var points = new LinkedHashSet<Contact.Point>();
    var conversations = new TreeSet<ConversationId>();
    var settling = new TreeSet<ConversationId>();
    var working = new Working();
    var joins = new JoinReads(connection, rows);
    for (var member : members) {
      switch (member) {
        case Member.Receiving(var inbound, _) -> {
          keys.add(Group.key(inbound));
          points.add(Group.point(inbound));
        }
        case Member.Appending(var append, _) -> {
          if (append.key() != null) keys.add(append.key());
          conversations.add(append.conversation());
          settling.add(append.conversation());
        }
        case Member.Uniting(var join, _) -> {
          points.add(join.one());
          points.add(join.other());
        }
        case Member.Parting(var join, var at, _) -> joins.readParting(join, at, working);
      }
    }
    readKeys(keys, working, conversations);
    readHolders(points, working, conversations);
    lockConversations(conversations, working);
    unmoved(working);
    if (members.getFirst() instanceof Member.Uniting) joins.readShop(working);
    readOwed(settling, working);
    return working;
  }

  private void readKeys(
      Set<Append.Key> keys, Working working, Collection<ConversationId> conversations)
      throws SQLException {
    if (keys.isEmpty()) return;
    var sql =
        "select source, external_id, conversation_id, seq from received"
            + " where (source, external_id) in ("
            + Rows.placeholders(keys.size(), "(?,?)")
            + ")";
    try (var statement = connection.prepareStatement(sql)) {
      bindPairs(
          statement, keys.stream().map(key -> new String[] {key.source(), key.id()}).toList());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var conversation = new ConversationId(Rows.uuid(row, 3));
          working.keys.put(
              new Append.Key(row.getString(1), row.getString(2)),
              new Working.Place(conversation, row.getLong(4)));
          conversations.add(conversation);
        }
      }
    }
  }

  private void readHolders(
      Set<Contact.Point> points, Working working, Collection<ConversationId> conversations)
      throws SQLException {
    if (points.isEmpty()) return;
    var sql =
        "select p.line, p.external_id, p.contact_id, c.latest"
            + " from contact_point p join contact c on c.id = p.contact_id"
            + " where (p.line, p.external_id) in ("
            + Rows.placeholders(points.size(), "(?,?)")
            + ")";
    try (var statement = connection.prepareStatement(sql)) {
      bindPairs(
          statement,
          points.stream()
              .map(point -> new String[] {point.line().value(), point.externalId()})
              .toList());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var latest = row.getObject(4, UUID.class);
          var conversation = latest == null ? null : new ConversationId(latest);
          working.holders.put(
              new Contact.Point(new Line.Id(row.getString(1)), row.getString(2)),
              new Working.Holder(new ContactId(Rows.uuid(row, 3)), conversation));
          if (conversation != null) conversations.add(conversation);
        }
      }
    }
  }

  private void lockConversations(Set<ConversationId> ids, Working working) throws SQLException {
    if (ids.isEmpty()) return;
    var sql =
        "select "
            + Rows.CONVERSATION
            + " from conversation c where c.id in ("
            + Rows.placeholders(ids.size(), "?")
            + ") order by c.id"
            + dialect.lock();
    try (var statement = connection.prepareStatement(sql)) {
      bindIds(statement, ids);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var conversation = rows.conversation(row);
          working.conversations.put(conversation.id(), conversation);
        }
      }
    }
  }

  /// Who has an address is read before conversations are locked. A join in between has moved the
  /// newest one; reading again decides it.
  private static void unmoved(Working working) throws SQLException {
    for (var holder : working.holders.values()) {
      var latest = working.latest(holder);
      if (latest != null && !latest.contact().equals(holder.contact()))
        throw new SQLTransactionRollbackException("the contact was joined meanwhile", "40001");
    }
  }

  private void readOwed(Set<ConversationId> ids, Working working) throws SQLException {
    if (ids.isEmpty()) return;
    var sql =
        "select kind, conversation_id, seq, line from owed where conversation_id in ("
            + Rows.placeholders(ids.size(), "?")
            + ")";
    try (var statement = connection.prepareStatement(sql)) {
      bindIds(statement, ids);
      try (var row = statement.executeQuery()) {
        while (row.next()) working.owed.add(owed(row));
      }
    }
  }

  private static Owed owed(ResultSet row) throws SQLException {
    return new Owed(
        Owed.Kind.valueOf(row.getString(1)),
        new ConversationId(Rows.uuid(row, 2)),
        row.getLong(3),
        new Line.Id(row.getString(4)));
  }

  private static void bindPairs(PreparedStatement statement, List<String[]> pairs)
      throws SQLException {
    int column = 1;
    for (int i = 0; i < Rows.rounded(pairs.size()); i++) {
      var pair = pairs.get(Math.min(i, pairs.size() - 1));
      statement.setString(column++, pair[0]);
      statement.setString(column++, pair[1]);
    }
  }

  private static void bindIds(PreparedStatement statement, Set<ConversationId> ids)
      throws SQLException {
    var list = List.copyOf(ids);
    for (int i = 0; i < Rows.rounded(list.size()); i++)
      statement.setObject(i + 1, list.get(Math.min(i, list.size() - 1)).value());
  }
}
