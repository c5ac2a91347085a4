package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.MediaContract;
import io.direktdraht.channel.platform.door.PlatformContract;

class WhatsAppTest implements PlatformContract, MediaContract {
  @Override
  public MediaDialect dialect() {
    return new WhatsAppDialect();
  }
}
