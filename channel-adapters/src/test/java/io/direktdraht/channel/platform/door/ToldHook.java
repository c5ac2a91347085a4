package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Webhook;
import io.direktdraht.conversation.Line;
import java.util.List;

/// A platform that says only which call is which: each is its own key.
record ToldHook(Line line) implements Hook {
  @Override
  public int longestBody() {
    return 1000;
  }

  @Override
  public boolean authentic(Webhook webhook) {
    return true;
  }

  @Override
  public Telling read(String kept) {
    return new Telling("call:" + kept, List.of());
  }
}
