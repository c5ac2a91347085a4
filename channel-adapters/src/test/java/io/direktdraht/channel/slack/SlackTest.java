package io.direktdraht.channel.slack;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.MediaContract;
import io.direktdraht.channel.platform.door.PlatformContract;

class SlackTest implements PlatformContract, MediaContract {
  @Override
  public MediaDialect dialect() {
    return new SlackDialect();
  }
}
