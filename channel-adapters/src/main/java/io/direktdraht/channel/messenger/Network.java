package io.direktdraht.channel.messenger;

import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import java.time.Duration;
import java.util.List;

/// The two networks and what each can show.
public enum Network {
  MESSENGER("messenger", 2000, Limit.Unit.CHARACTERS),
  INSTAGRAM("instagram", 1000, Limit.Unit.BYTES);

  private final String channel;
  private final int longest;
  private final Limit.Unit unit;

  Network(String channel, int longest, Limit.Unit unit) {
    this.channel = channel;
    this.longest = longest;
    this.unit = unit;
  }

  String channel() {
    return channel;
  }

  Capabilities capabilities() {
    var text = new Limit(longest, unit);
    var quickReplies =
        new Menu(Menu.Kind.BUTTONS, 13, Limit.characters(20), Limit.characters(1000), text);
    return new Capabilities(text, List.of(quickReplies), Duration.ofHours(24));
  }
}
