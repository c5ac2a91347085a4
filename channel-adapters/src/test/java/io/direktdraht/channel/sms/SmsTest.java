package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformContract;

class SmsTest implements PlatformContract {
  @Override
  public Dialect dialect() {
    return new SmsDialect();
  }
}
