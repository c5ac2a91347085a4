package io.direktdraht.server.platform;

import io.direktdraht.storage.jdbc.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class PostgresPlatformTest extends PlatformJourney {
  private final EmbeddedPostgres postgres = TestDatabases.postgres();

  @Override
  List<String> database() {
    return List.of("--direktdraht.database.url=" + TestDatabases.fresh(postgres).url());
  }

  @AfterAll
  void stopPostgres() throws IOException {
    postgres.close();
  }
}
