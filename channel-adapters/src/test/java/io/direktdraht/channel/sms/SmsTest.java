package io.direktdraht.channel.sms;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.MediaContract;
import io.direktdraht.channel.platform.door.PlatformContract;

class SmsTest implements PlatformContract, MediaContract {
  @Override
  public MediaDialect dialect() {
    return new SmsDialect();
  }
}
