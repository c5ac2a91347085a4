package io.direktdraht.server.crash;

import io.direktdraht.storage.jdbc.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;

class PostgresHandoffCrashTest extends HandoffCrashContract {
  private final EmbeddedPostgres postgres = TestDatabases.postgres();
  private final String url = TestDatabases.fresh(postgres).url();

  @Override
  String databaseUrl() {
    return url;
  }

  @AfterAll
  void closeServer() throws IOException {
    postgres.close();
  }
}
