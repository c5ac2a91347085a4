package io.direktdraht.storage.race;

import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.OpenH2;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2RacesTest implements RacesContract {
  @RegisterExtension static final OpenH2 H2 = new OpenH2();

  @Override
  public JdbcLog log() {
    return H2.log();
  }
}
