package io.direktdraht.storage.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An embedded database with a log, open for all tests of a class.
public final class OpenH2 implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Path folder;
  private @Nullable Database database;
  private @Nullable JdbcLog log;

  @Override
  public void beforeAll(ExtensionContext tests) throws IOException {
    folder = Files.createTempDirectory("h2");
    database = new Database(TestDatabases.h2(folder));
    log = TestDatabases.log(database);
  }

  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    log().close();
    database().close();
    try (var files = Files.walk(opened(folder))) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  public Database database() {
    return opened(database);
  }

  public JdbcLog log() {
    return opened(log);
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) throw new IllegalStateException("not open");
    return part;
  }
}
