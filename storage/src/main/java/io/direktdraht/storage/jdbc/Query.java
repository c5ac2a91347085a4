package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.log.LogUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Statements outside the group commit. An unreachable database becomes {@link LogUnavailable}.
final class Query {
  private static final String UNIQUE_KEY = "23505";
  private final Dialect dialect;
  private final DataSource source;

  /// One of several changes that happen together.
  record Change(String sql, List<Object> values) {}

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private interface Transaction {
    boolean on(Connection connection) throws SQLException;
  }

  Query(Database database) {
    this(database.dialect(), database.source());
  }

  Query(Dialect dialect, DataSource source) {
    this.dialect = dialect;
    this.source = source;
  }

  <T> List<T> list(String sql, Row<T> row, Object... values) {
    return with(
        sql,
        statement -> {
          try (var rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) list.add(row.read(rows));
            return list;
          }
        },
        values);
  }

  <T> Optional<T> one(String sql, Row<T> row, Object... values) {
    return list(sql, row, values).stream().findFirst();
  }

  /// How many rows it changed.
  int update(String sql, Object... values) {
    return with(sql, PreparedStatement::executeUpdate, values);
  }

  /// False when a row with this key was there already, or came from elsewhere meanwhile.
  boolean insert(String sql, Object... values) {
    return with(
        sql,
        statement -> {
          try {
            return statement.executeUpdate() == 1;
          } catch (SQLException failed) {
            if (UNIQUE_KEY.equals(failed.getSQLState())) return false;
            throw failed;
          }
        },
        values);
  }

  /// All of them or none: none as soon as one changes no row.
  boolean together(Change... changes) {
    return transaction(
        changes[0].sql(),
        connection -> {
          boolean all = true;
          for (int i = 0; all && i < changes.length; i++) all = changed(connection, changes[i]);
          return all;
        });
  }

  /// All rows or none. Throws {@link IllegalStateException} when one of them is there already.
  void insertAll(String sql, List<List<Object>> rows) {
    transaction(
        sql,
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
              bind(statement, row.toArray());
              statement.addBatch();
            }
            statement.executeBatch();
          }
          return true;
        });
  }

  /// Commits when the work says so.
  private boolean transaction(String sql, Transaction work) {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean all = work.on(connection);
        if (all) connection.commit();
        return all;
      } finally {
        connection.rollback(); // what was not committed
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw told(failed, sql);
    }
  }

  /// What was changed before is on disk when this returns.
  void force() {
    try (var connection = source.getConnection()) {
      dialect.force(connection);
    } catch (SQLException failed) {
      throw told(failed, "to write to disk");
    }
  }

  private <T> T with(String sql, Work<T> work, Object... values) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return work.on(statement);
    } catch (SQLException failed) {
      throw told(failed, sql);
    }
  }

  private static boolean changed(Connection connection, Change change) throws SQLException {
    try (var statement = connection.prepareStatement(change.sql())) {
      bind(statement, change.values().toArray());
      return statement.executeUpdate() > 0;
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
  }

  private RuntimeException told(SQLException failed, String sql) {
    return dialect.unreachable(failed)
        ? new LogUnavailable("database", failed)
        : new IllegalStateException("the database refused: " + sql, failed);
  }
}
