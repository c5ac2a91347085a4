package io.direktdraht.channel.messenger;

import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import java.time.Duration;
import java.util.List;

/// The two networks and what each can show.
public enum Network {
  MESSENGER("messenger", Limit.characters(2000)),
  INSTAGRAM("instagram", Limit.bytes(1000));

  private final String channel;
  private final Limit text;

  Network(String channel, Limit text) {
    this.channel = channel;
    this.text = text;
  }

  String channel() {
    return channel;
  }

  Capabilities capabilities() {
    var quickReplies =
        new Menu(Menu.Kind.BUTTONS, 13, Limit.characters(20), Limit.characters(1000), text);
    return new Capabilities(text, List.of(quickReplies), Duration.ofHours(24));
  }
}
