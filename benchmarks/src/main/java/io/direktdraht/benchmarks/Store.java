package io.direktdraht.benchmarks;

import io.direktdraht.storage.jdbc.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/// A database of its own for one run, as durable as in production.
interface Store extends AutoCloseable {
  Database.Address address();

  @Override
  void close() throws IOException;

  static Store of(String name, Path folder) throws IOException {
    return switch (name) {
      case "h2" -> new Embedded(new Database.Address("jdbc:h2:file:" + folder.resolve("bench")));
      case "postgresql" -> postgres(folder);
      default -> throw new IllegalArgumentException("store must be h2 or postgresql, was " + name);
    };
  }

  /// Its test default is not to wait for the disk.
  private static Store postgres(Path folder) throws IOException {
    var postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgresql"))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "256MB")
            .start();
    var url = postgres.getJdbcUrl("postgres", "postgres");
    return new Server(postgres, new Database.Address(url, "postgres", ""));
  }

  /// In the server's own process.
  record Embedded(Database.Address address) implements Store {
    @Override
    public void close() {}
  }

  /// In processes of its own.
  record Server(EmbeddedPostgres postgres, Database.Address address) implements Store {
    @Override
    public void close() throws IOException {
      postgres.close();
    }
  }
}
