package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformContract;

class LineTest implements PlatformContract {
  @Override
  public Dialect dialect() {
    return new LineDialect();
  }
}
