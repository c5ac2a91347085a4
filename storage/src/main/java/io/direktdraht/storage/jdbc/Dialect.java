package io.direktdraht.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

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
    // parsed statements by default; one group uses more. A commit writes every page it touched
    // anew, and a small group touches few rows of each: see docs/performance.md for the page size.
    // "retry:" opens the file again when an interrupted thread has closed it by reading.
    @Override
    String url(String url) {
      return url.replaceFirst("^jdbc:h2:file:", "jdbc:h2:retry:")
          + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64;PAGE_SIZE=4096";
    }

    // One writer in one process. Were there two, the second would find the place in the log taken.
    @Override
    String lock() {
      return "";
    }

    // H2's states are its own error codes: closed or closing (90007, 90067, 90098, 90121), the file
    // cannot be read or written (90028, 90031), no space left (90100).
    @Override
    boolean lost(String state) {
      return Set.of("90007", "90028", "90031", "90067", "90098", "90100", "90121").contains(state);
    }
  },
  POSTGRESQL(4) {
    // A commit is on disk when it returns, as long as fsync and synchronous_commit are on.
    @Override
    void force(Connection connection) {}

    @Override
    String lock() {
      return " for update";
    }

    // A server that hangs must not hang us for ever: socketTimeout in seconds.
    @Override
    String url(String url) {
      return url
          + (url.contains("?") ? "&" : "?")
          + "reWriteBatchedInserts=true&socketTimeout=30&tcpKeepAlive=true";
    }

    // Class 08: connection; 57: the server stops; 53: out of resources (PostgreSQL, appendix A).
    @Override
    boolean lost(String state) {
      return state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
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

  /// The database cannot be reached or cannot work now: the same may succeed later.
  boolean unreachable(SQLException failed) {
    var state = failed.getSQLState();
    return state == null || failed instanceof SQLTransientConnectionException || lost(state);
  }

  /// Unique key taken by another node meanwhile (23505), serialisation (40001), deadlock (40P01),
  /// H2's concurrent update (90131): reading again decides it.
  boolean contended(SQLException failed) {
    var state = failed.getSQLState();
    return state != null && Set.of("23505", "40001", "40P01", "90131").contains(state);
  }

  abstract boolean lost(String state);

  /// Ends a reading of rows that this transaction will change.
  abstract String lock();

  abstract void force(Connection connection) throws SQLException;

  abstract String url(String url);
}
