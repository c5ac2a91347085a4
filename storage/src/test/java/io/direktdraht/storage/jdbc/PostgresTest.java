package io.direktdraht.storage.jdbc;

import io.direktdraht.console.people.Accounts;
import io.direktdraht.console.people.SignIns;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.join.Codes;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.join.Pins;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Directory;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.mail.MailThreads;
import io.direktdraht.conversation.outbox.OptOuts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTest implements JdbcContract {
  private static EmbeddedPostgres postgres;
  private static Database database;
  private static JdbcLog log;

  @BeforeAll
  static void open() {
    postgres = TestDatabases.postgres();
    database = new Database(TestDatabases.fresh(postgres));
    log = TestDatabases.log(database);
  }

  @AfterAll
  static void close() throws IOException {
    log.close();
    database.close();
    postgres.close();
  }

  @Override
  public LogPorts ports() {
    return TestDatabases.ports(database, log);
  }

  @Override
  public Directory directory() {
    return new JdbcDirectory(database, Logs.LINES, log);
  }

  @Override
  public Cursors cursors() {
    return new JdbcCursors(database);
  }

  @Override
  public KeptLines keptLines() {
    return new JdbcKeptLines(database);
  }

  @Override
  public RawEvents rawEvents() {
    return new JdbcRawEvents(database);
  }

  @Override
  public Accounts accounts() {
    return new JdbcPeople(database);
  }

  @Override
  public SignIns signIns() {
    return new JdbcPeople(database);
  }

  @Override
  public Attachments attachments() {
    return new JdbcAttachments(database);
  }

  @Override
  public MailThreads threads() {
    return new JdbcMailThreads(database);
  }

  @Override
  public OptOuts optOuts() {
    return new JdbcOptOuts(database);
  }

  @Override
  public Joining joining() {
    return log;
  }

  @Override
  public Pins pins() {
    return new JdbcPins(database);
  }

  @Override
  public Codes codes() {
    return new JdbcCodes(database);
  }
}
