package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.MediaContract;
import io.direktdraht.channel.platform.door.PlatformContract;

class InstagramTest implements PlatformContract, MediaContract {
  @Override
  public MediaDialect dialect() {
    return new MessengerDialect(Network.INSTAGRAM);
  }
}
