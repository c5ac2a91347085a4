package io.direktdraht.channel.whatsapp;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformContract;

class WhatsAppTest implements PlatformContract {
  @Override
  public Dialect dialect() {
    return new WhatsAppDialect();
  }
}
