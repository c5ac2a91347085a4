package io.direktdraht.channel.platform.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  private final Sources sources =
      new Sources(
          URI.create("http://graph.inside:8443"), List.of("*.cdn.example.com", "api.example.com"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://graph.inside:8443/a",
        "https://api.example.com/a",
        "https://API.example.com:443/a",
        "https://eu.cdn.example.com/a",
        "https://a.b.cdn.example.com/a"
      })
  void listedHostsAndThePlatformItselfAreFetchedFrom(String address) {
    assertThat(sources.refusal(URI.create(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com/a",
        "https://api.example.com:22/a",
        "https://graph.inside:8443/a",
        "http://graph.inside/a",
        "http://user@graph.inside:8443/a",
        "https://user:pass@api.example.com/a",
        "https://api.example.com.evil.example/a",
        "https://evilcdn.example.com/a",
        "https://cdn.example.com/a",
        "https://127.0.0.1/a",
        "https://[::ffff:127.0.0.1]/a",
        "https://2130706433/a",
        "https://0x7f.1/a",
        "gopher://api.example.com/a",
        "jar:file:///a!/b",
        "file:///etc/passwd"
      })
  void nothingElseIs(String address) {
    assertThat(sources.refusal(URI.create(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:a00:1::"
      })
  void whatIsInsideIsNotReached(String address) throws UnknownHostException {
    assertThat(Sources.reachable(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"157.240.1.1", "100.128.0.1", "172.32.0.1", "2a03:2880::1", "2001:4860::1"})
  void whatIsPublicIs(String address) throws UnknownHostException {
    assertThat(Sources.reachable(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aListedNameThatPointsInsideIsRefusedInTheMomentOfConnecting() {
    var inside = new Names(sources, to("169.254.169.254"));
    assertThatThrownBy(() -> inside.resolve("eu.cdn.example.com"))
        .isInstanceOf(Names.Forbidden.class);
    try (var downloads =
        new Downloads(
            sources, new Downloads.Limits(10, Duration.ofSeconds(5)), to("169.254.169.254"))) {
      assertThat(downloads.get(URI.create("https://eu.cdn.example.com/a"), null))
          .isInstanceOf(Download.Refused.class);
    }
  }

  @Test
  void thePlatformItselfMayBeInside() throws UnknownHostException {
    assertThat(new Names(sources, to("10.0.0.1")).resolve("graph.inside")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "*.com", "https://a.example", "a.example/b", "169.254.169.254"})
  void aListThatMakesNoSenseIsRefused(String host) {
    var platform = URI.create("https://a.example");
    assertThatThrownBy(() -> new Sources(platform, List.of(host)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("platforms.media.hosts");
  }

  private static DnsResolver to(String address) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(address)};
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
