package io.direktdraht.server.crash;

import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresFloodTest implements FloodContract {
  private EmbeddedPostgres postgres;
  private Database database;

  @BeforeEach
  void open() {
    postgres = TestDatabases.postgres();
    database = new Database(TestDatabases.fresh(postgres));
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    postgres.close();
  }

  @Override
  public Database database() {
    return database;
  }
}
