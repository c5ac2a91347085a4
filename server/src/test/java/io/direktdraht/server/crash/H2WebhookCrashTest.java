package io.direktdraht.server.crash;

import io.direktdraht.storage.jdbc.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2WebhookCrashTest extends WebhookCrashContract {
  @TempDir static Path folder;

  @Override
  String databaseUrl() {
    return TestDatabases.h2(folder).url();
  }
}
