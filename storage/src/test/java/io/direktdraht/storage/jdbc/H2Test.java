package io.direktdraht.storage.jdbc;

import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.people.SignIns;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.LogPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2Test implements JdbcContract {
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
  public LogPorts ports() {
    return TestDatabases.ports(database, log);
  }

  @Override
  public Cursors cursors() {
    return new JdbcCursors(database);
  }

  @Override
  public Accounts accounts() {
    return new JdbcPeople(database);
  }

  @Override
  public SignIns signIns() {
    return new JdbcPeople(database);
  }
}
