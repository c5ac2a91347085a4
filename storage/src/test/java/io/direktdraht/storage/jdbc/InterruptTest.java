package io.direktdraht.storage.jdbc;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java closes a file channel when the thread that uses it is interrupted; the database must go on.
class InterruptTest {
  @TempDir Path folder;

  @Test
  void anInterruptedThreadClosesTheEmbeddedFileForNobody() throws SQLException {
    try (var database = new Database(TestDatabases.h2(folder));
        var log = TestDatabases.log(database)) {
      var before = log.receive(hello(WEB, fresh(), fresh())).conversation();
      try (var connection = database.source().getConnection()) {
        Thread.currentThread().interrupt();
        database.dialect().force(connection);
      } finally {
        Thread.interrupted(); // set or swallowed: not what this is about
      }
      log.append(botAnswer(before, "Guten Tag"));
      assertThat(log.find(before.id()).orElseThrow().lastSeq()).isGreaterThan(before.lastSeq());
    }
  }
}
