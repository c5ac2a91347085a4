package io.direktdraht.channel.webhook;

import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.door.MediaContract;
import io.direktdraht.channel.platform.door.PlatformContract;

class WebhookTest implements PlatformContract, MediaContract {
  @Override
  public MediaDialect dialect() {
    return new WebhookDialect();
  }
}
