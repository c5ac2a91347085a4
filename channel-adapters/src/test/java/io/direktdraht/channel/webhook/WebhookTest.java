package io.direktdraht.channel.webhook;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.door.PlatformContract;

class WebhookTest implements PlatformContract {
  @Override
  public Dialect dialect() {
    return new WebhookDialect();
  }
}
