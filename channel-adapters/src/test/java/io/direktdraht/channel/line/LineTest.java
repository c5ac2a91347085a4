package io.direktdraht.channel.line;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.MediaContract;
import io.direktdraht.channel.platform.door.PlatformContract;

class LineTest implements PlatformContract, MediaContract {
  @Override
  public MediaDialect dialect() {
    return new LineDialect();
  }
}
