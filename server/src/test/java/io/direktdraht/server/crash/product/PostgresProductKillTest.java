package io.direktdraht.server.crash.product;

import io.direktdraht.storage.jdbc.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

class PostgresProductKillTest extends ProductKillContract {
  private final EmbeddedPostgres postgres = TestDatabases.postgres();
  private final String url = TestDatabases.fresh(postgres).url();

  @Override
  String databaseUrl() {
    return url;
  }

  @AfterEach
  void closeServer() throws IOException {
    postgres.close();
  }
}
