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
import org.junit.jupiter.api.extension.RegisterExtension;

class H2Test implements JdbcContract {
  @RegisterExtension static final OpenH2 H2 = new OpenH2();

  @Override
  public LogPorts ports() {
    return TestDatabases.ports(H2.database(), H2.log());
  }

  @Override
  public Directory directory() {
    return new JdbcDirectory(H2.database(), Logs.LINES, H2.log());
  }

  @Override
  public Cursors cursors() {
    return new JdbcCursors(H2.database());
  }

  @Override
  public KeptLines keptLines() {
    return new JdbcKeptLines(H2.database());
  }

  @Override
  public RawEvents rawEvents() {
    return new JdbcRawEvents(H2.database());
  }

  @Override
  public Accounts accounts() {
    return new JdbcPeople(H2.database());
  }

  @Override
  public SignIns signIns() {
    return new JdbcPeople(H2.database());
  }

  @Override
  public Attachments attachments() {
    return new JdbcAttachments(H2.database());
  }

  @Override
  public MailThreads threads() {
    return new JdbcMailThreads(H2.database());
  }

  @Override
  public OptOuts optOuts() {
    return new JdbcOptOuts(H2.database());
  }

  @Override
  public Joining joining() {
    return H2.log();
  }

  @Override
  public Pins pins() {
    return new JdbcPins(H2.database());
  }

  @Override
  public Codes codes() {
    return new JdbcCodes(H2.database());
  }
}
