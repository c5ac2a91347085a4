package io.direktdraht.channel.messenger;

import io.direktdraht.channel.render.Capabilities;
import io.direktdraht.channel.render.Enclosure;
import io.direktdraht.channel.render.Limit;
import io.direktdraht.channel.render.Menu;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The two networks and what each can show.
public enum Network {
  MESSENGER("messenger"),
  INSTAGRAM("instagram");

  private static final long PICTURE = 8_000_000; // bytes
  private static final long FILE = 25_000_000;
  private final String channel;

  Network(String channel) {
    this.channel = channel;
  }

  String channel() {
    return channel;
  }

  /// `humanAgent`: whether people may answer for longer.
  Capabilities capabilities(boolean humanAgent) {
    var text = text();
    var quickReplies =
        new Menu(Menu.Kind.BUTTONS, 13, Limit.characters(20), Limit.characters(1000), text);
    return new Capabilities(text, List.of(quickReplies), Duration.ofHours(24))
        .enclosing(
            new Enclosure(Enclosure.Kind.PICTURE, pictures(), PICTURE),
            new Enclosure(Enclosure.Kind.VIDEO, Set.of("video/mp4"), FILE),
            new Enclosure(Enclosure.Kind.AUDIO, Set.of("audio/mpeg", "audio/mp4"), FILE),
            new Enclosure(Enclosure.Kind.DOCUMENT, documents(), FILE))
        .forAgents(humanAgent ? Duration.ofDays(7) : Duration.ofHours(24));
  }

  private Limit text() {
    return switch (this) {
      case MESSENGER -> Limit.characters(2000);
      case INSTAGRAM -> Limit.bytes(1000);
    };
  }

  private Set<String> pictures() {
    return switch (this) {
      case MESSENGER -> Set.of("image/jpeg", "image/png", "image/gif");
      case INSTAGRAM -> Set.of("image/jpeg", "image/png");
    };
  }

  private Set<String> documents() {
    return switch (this) {
      case MESSENGER -> Set.of("application/pdf", "text/plain");
      case INSTAGRAM -> Set.of("application/pdf");
    };
  }
}
