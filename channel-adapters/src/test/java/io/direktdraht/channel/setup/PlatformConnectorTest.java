package io.direktdraht.channel.setup;

import org.junit.jupiter.api.AfterEach;

class PlatformConnectorTest implements ConnectorContract {
  private final SetUp setUp = new SetUp();

  @Override
  public Connector connector() {
    return setUp.connector();
  }

  @AfterEach
  void close() {
    setUp.close();
  }
}
