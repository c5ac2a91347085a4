package io.direktdraht.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.direktdraht.storage.jdbc.Database;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the server has used so far, and the settings that decide whether its figures mean anything.
@RestController
public final class VitalSigns {
  private final Database database;

  VitalSigns(Database database) {
    this.database = database;
  }

  /// `heap` is what is left after a collection.
  public record Signs(long heap, long cpuNanos, long collections, long collectionMillis) {}

  @GetMapping("/bench/signs")
  Signs signs() {
    long collections = 0;
    long millis = 0;
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      collections += collector.getCollectionCount();
      millis += collector.getCollectionTime();
    }
    return new Signs(0, cpu(), collections, millis);
  }

  @GetMapping("/bench/heap")
  Signs heap() {
    for (int i = 0; i < 3; i++) System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Signs(used, cpu(), 0, 0);
  }

  /// What became of webhooks, as the database has it.
  public record Webhooks(long stored, long waiting, long received) {}

  @GetMapping("/bench/webhooks")
  Webhooks webhooks() throws SQLException {
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*), count(case when state <> 'DONE' then 1 end),"
                    + " (select count(*) from event where type = 'MessageReceived')"
                    + " from inbound_event")) {
      row.next();
      return new Webhooks(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  @GetMapping("/bench/settings")
  Map<String, String> settings() throws SQLException {
    var settings = new TreeMap<String, String>();
    settings.put("java", Runtime.version().toString());
    settings.put("processors", "" + Runtime.getRuntime().availableProcessors());
    settings.put(
        "options", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
    try (var connection = database.source().getConnection();
        var statement = connection.createStatement()) {
      settings.put(
          "database",
          connection.getMetaData().getDatabaseProductName()
              + " "
              + connection.getMetaData().getDatabaseProductVersion());
      try (var row = statement.executeQuery(question())) {
        while (row.next()) settings.put("database." + row.getString(1), row.getString(2));
      }
    }
    return settings;
  }

  private String question() {
    return switch (database.dialect()) {
      case H2 ->
          "select setting_name, setting_value from information_schema.settings"
              + " where setting_name in ('WRITE_DELAY')"
              + " union all select 'forced', 'checkpoint sync after each group'";
      case POSTGRESQL ->
          "select name, setting from pg_settings where name in"
              + " ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method')";
    };
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
