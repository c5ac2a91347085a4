package io.direktdraht.channel.platform.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Finds the addresses of hosts, and refuses those that are not public, in the moment in which they
/// are connected to: a name that points elsewhere a moment later gains nothing.
final class Names implements DnsResolver {
  private final Sources sources;
  private final DnsResolver names;

  Names(Sources sources, DnsResolver names) {
    this.sources = sources;
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = names.resolve(host);
    if (sources.trusts(host)) return found;
    for (var address : found)
      if (!Sources.reachable(address)) throw new Forbidden(host + " is at no public address");
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  /// An address inside.
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Forbidden(String why) {
      super(why);
    }
  }
}
