package io.direktdraht.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/// What H2 and PostgreSQL do differently, all of it.
public enum Dialect {
  H2(1) {
    // H2 acknowledges a commit before it is on disk; this forces it.
    @Override
    void force(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("checkpoint sync");
      }
    }

    // The write delay is 500 ms by default; with 0 a commit writes at once. A session remembers 8
    // parsed statements by default; one group uses more.
    @Override
    String url(String url) {
      return url + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64";
    }
  },
  POSTGRESQL(4) {
    // A commit is on disk when it returns, as long as fsync and synchronous_commit are on.
    @Override
    void force(Connection connection) {}

    @Override
    String url(String url) {
      return url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    }
  };

  private final int writers;

  Dialect(int writers) {
    this.writers = writers;
  }

  /// Throws {@link IllegalArgumentException} for a database that is not supported.
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) return H2;
    if (url.startsWith("jdbc:postgresql:")) return POSTGRESQL;
    throw new IllegalArgumentException(
        "database-url must begin with jdbc:h2: or jdbc:postgresql:, was " + url);
  }

  /// How many threads commit groups: an embedded file has one writer, a server's fsyncs overlap.
  int writers() {
    return writers;
  }

  abstract void force(Connection connection) throws SQLException;

  abstract String url(String url);
}
