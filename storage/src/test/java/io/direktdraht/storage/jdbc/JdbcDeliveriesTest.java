package io.direktdraht.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcDeliveriesTest {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  @Test
  void whatAPausedLineOwesIsNotReadByOthers(@TempDir Path folder) throws SQLException {
    try (var database = new Database(TestDatabases.h2(folder));
        var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into owed (conversation_id, kind, seq, line, due_at, attempt)"
              + " select random_uuid(), 'DELIVERY', x, 'paused', current_timestamp, 0"
              + " from system_range(1, 2000)");
      var due =
          "explain analyze select seq from owed where kind = 'DELIVERY' and line = 'open'"
              + " and due_at <= current_timestamp order by due_at limit 8";
      try (var plan = statement.executeQuery(due)) {
        plan.next();
        var scanned = SCANNED.matcher(plan.getString(1));
        assertThat(scanned.find()).isTrue();
        assertThat(Integer.parseInt(scanned.group(1))).as(plan.getString(1)).isLessThan(100);
      }
    }
  }
}
