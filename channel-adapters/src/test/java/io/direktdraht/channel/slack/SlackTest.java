package io.direktdraht.channel.slack;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformContract;

class SlackTest implements PlatformContract {
  @Override
  public Dialect dialect() {
    return new SlackDialect();
  }
}
