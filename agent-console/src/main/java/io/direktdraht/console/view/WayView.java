package io.direktdraht.console.view;

import io.direktdraht.conversation.way.Way;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A way to a contact as agents see it.
public final class WayView {
  private WayView() {}

  /// `until`: when it closes, or closed; `window` in seconds. Both null for a way that is always
  /// open. `templates`: ready, unset when a setting is missing, or none.
  static Map<String, @Nullable Object> of(Way way) {
    Duration window = way.window();
    return Fields.of("line", way.point().line())
        .with("channel", way.channel())
        .with("address", way.point().externalId())
        .with("state", state(way))
        .with(
            "until",
            switch (way.state()) {
              case Way.State.Open(var until) -> until;
              case Way.State.Closed(var since) -> since;
              case Way.State.Blocked(), Way.State.Paused(), Way.State.Elsewhere() -> null;
            })
        .with("window", window == null ? null : window.toSeconds())
        .with("templates", EventView.lower(way.templates()))
        .map();
  }

  public static String state(Way way) {
    return switch (way.state()) {
      case Way.State.Open _ -> "open";
      case Way.State.Closed _ -> "closed";
      case Way.State.Blocked() -> "blocked";
      case Way.State.Paused() -> "paused";
      case Way.State.Elsewhere() -> "elsewhere";
    };
  }
}
