package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/// Real databases for tests: H2 in a file, PostgreSQL from its binaries with fsync on.
public final class TestDatabases {
  private TestDatabases() {}

  public static Database.Address h2(Path folder) {
    return new Database.Address("jdbc:h2:file:" + folder.resolve("direktdraht"));
  }

  public static EmbeddedPostgres postgres() {
    return started(EmbeddedPostgres.builder());
  }

  /// On a data folder that outlives the server; port 0 takes any.
  public static EmbeddedPostgres postgres(Path data, int port) {
    var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    return started(port == 0 ? builder : builder.setPort(port));
  }

  private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
    try {
      return builder
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A database of its own on the server.
  public static Database.Address fresh(EmbeddedPostgres postgres) {
    var name = "d" + Logs.fresh().replace("-", "");
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return new Database.Address(postgres.getJdbcUrl("postgres", name));
  }

  public static JdbcLog log(Database database) {
    return new JdbcLog(
        database,
        new JdbcLog.Surroundings(
            Logs.LINES,
            Logs.RULES,
            new LocalSignals(),
            InstantSource.system(),
            new SimpleMeterRegistry()));
  }

  public static LogPorts ports(Database database, JdbcLog log) {
    return new LogPorts(log, log, log, log, new JdbcDeliveries(database));
  }
}
