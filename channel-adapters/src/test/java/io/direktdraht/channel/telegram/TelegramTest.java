package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformContract;

class TelegramTest implements PlatformContract {
  @Override
  public Dialect dialect() {
    return new TelegramDialect();
  }
}
