package io.direktdraht.server.platform;

import java.util.List;

class H2PlatformTest extends PlatformJourney {
  @Override
  List<String> database() {
    return List.of();
  }
}
