package io.direktdraht.channel.platform.media;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Fetches over HTTP from what one line's {@link Sources} name. It reads no more than it may, waits
/// no longer than it may, and looks at every address that it is sent on to.
public final class Downloads implements AutoCloseable {
  private static final int HOPS = 3;
  private static final int AT_ONCE = 64;
  private static final Timeout SILENCE = Timeout.ofSeconds(10);
  private final Sources sources;
  private final Limits limits;
  private final CloseableHttpClient http;

  /// `longest` in bytes, `patience` for one attempt from its beginning to its end.
  public record Limits(long longest, Duration patience) {
    public Limits {
      if (longest < 1 || longest >= Integer.MAX_VALUE)
        throw new IllegalArgumentException("longest must be 1 byte to 2 GB, was " + longest);
      if (!patience.isPositive() || patience.compareTo(Duration.ofMinutes(5)) > 0)
        throw new IllegalArgumentException(
            "platforms.media.timeout must be up to 5 m, was " + patience);
    }
  }

  public Downloads(Sources sources, Limits limits) {
    this(sources, limits, SystemDefaultDnsResolver.INSTANCE);
  }

  Downloads(Sources sources, Limits limits, DnsResolver names) {
    this.sources = sources;
    this.limits = limits;
    http = client(new Names(sources, names));
  }

  private static CloseableHttpClient client(DnsResolver names) {
    var heads = Http1Config.custom().setMaxLineLength(16 * 1024).setMaxHeaderCount(200).build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(names)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(heads).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(5))
                    .setSocketTimeout(SILENCE)
                    .build())
            .setMaxConnTotal(AT_ONCE)
            .setMaxConnPerRoute(AT_ONCE)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .disableRedirectHandling()
        .disableContentCompression() // a small file could unpack to a huge one
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /// `authorization` is the header's value, or null for none; it goes to the host of `from` alone.
  public Download get(URI from, @Nullable String authorization) {
    var at = from;
    for (int hop = 0; hop <= HOPS; hop++) {
      var refusal = sources.refusal(at);
      if (refusal.isPresent()) return new Download.Refused(refusal.get());
      var download = once(at, Sources.sameOrigin(from, at) ? authorization : null);
      if (!(download instanceof Download.Moved(var to))) return download;
      at = at.resolve(to);
    }
    return new Download.Refused("sent on more than " + HOPS + " times");
  }

  private Download once(URI at, @Nullable String authorization) {
    var request = new HttpGet(at);
    if (authorization != null) request.setHeader("Authorization", authorization);
    var watch = Thread.startVirtualThread(() -> cut(request));
    try {
      return read(http.executeOpen(null, request, null));
    } catch (Names.Forbidden inside) {
      return new Download.Refused(String.valueOf(inside.getMessage()));
    } catch (IOException | IllegalStateException lost) { // the latter: closed
      return new Download.Later(lost.getClass().getSimpleName());
    } finally {
      request.cancel(); // closing the answer would read on to its end
      watch.interrupt();
    }
  }

  private void cut(HttpGet request) {
    try {
      TimeUnit.NANOSECONDS.sleep(limits.patience.toNanos());
      request.cancel();
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt(); // it ended in time
    }
  }

  private Download read(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    if (status >= 300 && status < 400) return moved(response);
    if (status != 200) return Download.byStatus(status);
    var body = response.getEntity();
    if (body == null) return new Download.Fetched(new byte[0]);
    if (body.getContentLength() > limits.longest) return new Download.TooBig(limits.longest);
    var bytes = body.getContent().readNBytes((int) limits.longest + 1);
    return bytes.length > limits.longest
        ? new Download.TooBig(limits.longest)
        : new Download.Fetched(bytes);
  }

  private static Download moved(ClassicHttpResponse response) {
    var to = response.getFirstHeader("Location");
    try {
      return to == null
          ? new Download.Refused("sent on to nowhere")
          : new Download.Moved(URI.create(to.getValue()));
    } catch (IllegalArgumentException broken) {
      return new Download.Refused("sent on to no address");
    }
  }

  @Override
  public void close() {
    http.close(CloseMode.IMMEDIATE);
  }
}
