package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.log.LogUnavailable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Statements outside the group commit. An unreachable database becomes {@link LogUnavailable}.
final class Query {
  private static final String UNIQUE_KEY = "23505";
  private final DataSource source;

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  Query(DataSource source) {
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

  private <T> T with(String sql, Work<T> work, Object... values) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      return work.on(statement);
    } catch (SQLException failed) {
      if (failed instanceof SQLTransientException || lost(failed))
        throw new LogUnavailable("database", failed);
      throw new IllegalStateException("the database refused: " + sql, failed);
    }
  }

  private static boolean lost(SQLException failed) {
    var state = failed.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57");
  }
}
