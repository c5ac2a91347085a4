package io.direktdraht.channel.access;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages that may speak to us: our own, and those on a list, e.g. https://shop.example.
public record Origins(List<String> allowed) {
  public Origins {
    allowed = List.copyOf(allowed);
  }

  /// `host` is the one that was asked; browsers set both and scripts can change neither.
  public boolean allow(String origin, @Nullable String host) {
    return allowed.contains(origin) || own(origin, host);
  }

  private static boolean own(String origin, @Nullable String host) {
    try {
      var authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException garbage) {
      return false;
    }
  }
}
