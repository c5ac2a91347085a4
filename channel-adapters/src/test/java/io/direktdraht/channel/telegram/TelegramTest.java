package io.direktdraht.channel.telegram;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.MediaContract;
import io.direktdraht.channel.platform.door.PlatformContract;

class TelegramTest implements PlatformContract, MediaContract {
  @Override
  public MediaDialect dialect() {
    return new TelegramDialect();
  }
}
