package io.direktdraht.channel.access;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An address at which we show credentials: nobody reads them on the way.
public final class Endpoint {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Endpoint() {}

  /// `setting`: what it is called, and on which line. Throws {@link IllegalArgumentException} for
  /// an address without TLS, except on this machine.
  public static URI checked(String setting, @Nullable URI address) {
    if (address == null || !secure(address))
      throw new IllegalArgumentException(
          setting + " must be https, or http on this machine, was " + shown(address));
    return address;
  }

  private static boolean secure(URI address) {
    if (address.getHost() == null || address.getUserInfo() != null) return false;
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme()) && HERE.contains(address.getHost()));
  }

  /// What may be repeated of it: nothing behind the scheme where a password may stand.
  public static String shown(@Nullable URI address) {
    var text = String.valueOf(address);
    return text.contains("@") && address != null ? address.getScheme() + ":…" : text;
  }
}
