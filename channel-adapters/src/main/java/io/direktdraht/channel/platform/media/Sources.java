package io.direktdraht.channel.platform.media;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where files are fetched from: the platform itself, as the operator named it, and listed hosts by
/// https, at public addresses alone. `*.example.com` means every host below example.com.
public record Sources(URI platform, List<String> hosts) {
  private static final String LISTED = "(\\*\\.)?([a-z0-9-]+\\.)+[a-z]{2,}";

  public Sources {
    for (var host : hosts)
      if (!host.matches(LISTED))
        throw new IllegalArgumentException(
            "platforms.media.hosts must be like cdn.example.com or *.example.com, was '"
                + host
                + "'");
    hosts = List.copyOf(hosts);
  }

  /// Why nothing is fetched from there; empty when it may be.
  Optional<String> refusal(URI address) {
    if (sameOrigin(platform, address)) return Optional.empty();
    var host = address.getHost();
    if (host == null) return Optional.of("an address without host");
    if (!"https".equalsIgnoreCase(address.getScheme())) return Optional.of(host + " without https");
    if (address.getUserInfo() != null) return Optional.of(host + " with a user's name");
    if (address.getPort() != -1 && address.getPort() != 443)
      return Optional.of(host + " at port " + address.getPort());
    return listed(host) ? Optional.empty() : Optional.of(host + " is not in the list of hosts");
  }

  /// The operator may have it on any network, e.g. behind a proxy of theirs.
  boolean trusts(String host) {
    return host.equalsIgnoreCase(platform.getHost());
  }

  static boolean sameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort()
        && other.getUserInfo() == null;
  }

  /// Whether the world reaches it: not this machine, not its network, nothing with a special
  /// purpose (IANA's registries for IPv4 and IPv6).
  static boolean reachable(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    var bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    // Of IPv6 only what is global: no unique local ones, none that hold an IPv4 address.
    if (!(address instanceof Inet4Address))
      return (first & 0xe0) == 0x20 && !(first == 0x20 && (second == 0x02 || teredo(bytes)));
    return first != 0
        && first < 240
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0)
        && !(first == 198 && (second == 18 || second == 19));
  }

  private static boolean teredo(byte[] bytes) {
    return bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
  }

  private boolean listed(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return hosts.stream()
        .anyMatch(listed ->
            listed.startsWith("*.") ? name.endsWith(listed.substring(1)) : name.equals(listed));
  }
}
