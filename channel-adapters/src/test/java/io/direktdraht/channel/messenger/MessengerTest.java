package io.direktdraht.channel.messenger;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformContract;

class MessengerTest implements PlatformContract {
  @Override
  public Dialect dialect() {
    return new MessengerDialect(Network.MESSENGER);
  }
}
