package io.direktdraht.storage.race;

import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2RacesTest implements RacesContract {
  @TempDir static Path folder;
  private static Database database;
  private static JdbcLog log;

  @BeforeAll
  static void open() {
    database = new Database(TestDatabases.h2(folder));
    log = TestDatabases.log(database);
  }

  @AfterAll
  static void close() {
    log.close();
    database.close();
  }

  @Override
  public JdbcLog log() {
    return log;
  }
}
