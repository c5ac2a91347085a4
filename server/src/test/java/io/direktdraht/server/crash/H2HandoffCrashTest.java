package io.direktdraht.server.crash;

import io.direktdraht.storage.jdbc.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// Each next process opens the file that a killed one left locked.
class H2HandoffCrashTest extends HandoffCrashContract {
  @TempDir static Path folder;

  @Override
  String databaseUrl() {
    return TestDatabases.h2(folder).url();
  }
}
