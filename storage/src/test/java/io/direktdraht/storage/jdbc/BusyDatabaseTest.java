package io.direktdraht.storage.jdbc;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.RawEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyDatabaseTest {
  @Test
  void whatPlatformsTellDoesNotWaitForConnectionsOfOthers(@TempDir Path folder)
      throws SQLException {
    try (var database = new Database(TestDatabases.h2(folder))) {
      var raw = new JdbcRawEvents(database);
      var taken = new ArrayList<Connection>();
      for (int i = 0; i < 16; i++) taken.add(database.source().getConnection());
      assertThat(raw.store(new RawEvent(new Line.Id("line"), "k", "b", NINE))).isTrue();
      for (var one : taken) one.close();
      assertThat(raw.waiting(new Line.Id("line"), 9)).hasSize(1);
    }
  }
}
