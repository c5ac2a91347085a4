package io.direktdraht.server.start;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.door.PlatformPorts;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.door.Probe;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OutboundMessage;
import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.Outgoing;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesHealthTest {
  private final Outgoing out =
      new Outgoing(
          new RetryPolicy(
              40, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60)));
  private final Scripted platform = new Scripted();
  private final Outbox outbox = out.to(platform);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Map<String, String> unopened = Map.of();
  private final LinesHealth health =
      new LinesHealth(() -> List.of(outbox), none(), () -> unopened, () -> out.now);
  private DeliveryResult says = new DeliveryResult.Accepted("p");

  private final class Scripted implements ChannelAdapter {
    @Override
    public Line.Id line() {
      return Logs.PUSHED;
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) {
      return says;
    }
  }

  @Test
  void aMailboxThatLetsNobodyLookIsTold() {
    assertThat(health.health().getDetails()).doesNotContainKey("unopened");
    unopened = Map.of("mail-de", "LOGIN failed");
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(health.health().getDetails()).containsEntry("unopened", unopened);
  }

  @Test
  void aPlatformThatTakesNothingForFiveMinutesIsToldUntilItDoes() throws InterruptedException {
    health.bindTo(meters);
    out.saying("eins");
    says = new DeliveryResult.Retry(NINE, "HTTP 503");
    carry();
    out.later(Duration.ofMinutes(4));
    carry();
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(gauge("trouble")).isEqualTo(240);
    out.later(Duration.ofMinutes(1));
    assertThat(health.health().getStatus().getCode()).isEqualTo("TROUBLED");
    assertThat(health.health().getDetails())
        .containsEntry("troubled", Map.of("callback", "HTTP 503, since " + NINE));
    assertThat(gauge("trouble")).isEqualTo(300);
    says = new DeliveryResult.Accepted("p");
    carry();
    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(gauge("trouble")).isZero();
  }

  @Test
  void aPausedLineIsToldAtOnce() throws InterruptedException {
    health.bindTo(meters);
    out.saying("eins");
    says = new DeliveryResult.Unauthorized("HTTP 401");
    carry();
    assertThat(health.health().getStatus().getCode()).isEqualTo("PAUSED");
    assertThat(health.health().getDetails()).containsEntry("callback", "HTTP 401");
    assertThat(gauge("paused")).isOne();
  }

  /// Collectors look at metrics alone, and operators add lines while the server runs.
  @Test
  void aLineThatComesLaterIsMeasuredToo() {
    var open = new ArrayList<Outbox>();
    var later = new LinesHealth(() -> open, none(), Map::of, () -> out.now);
    var prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    later.bindTo(prometheus);
    assertThat(prometheus.scrape())
        .contains("direktdraht_line_delivering 0.0")
        .doesNotContain("callback");
    open.add(outbox);
    assertThat(prometheus.scrape()).contains("direktdraht_line_delivering 1.0");
    for (int i = 0; i < 3; i++)
      assertThat(prometheus.scrape())
          .contains("direktdraht_line_paused{line=\"callback\"} 0.0")
          .contains("direktdraht_line_trouble_seconds{line=\"callback\"} 0.0");
  }

  private double gauge(String name) {
    return meters.get("direktdraht.line." + name).tag("line", "callback").gauge().value();
  }

  private void carry() throws InterruptedException {
    for (var delivery : outbox.due(10)) outbox.carry(delivery);
  }

  /// No line of a platform at all.
  private static Platforms none() {
    var ports =
        new PlatformPorts(
            new MemoryRawEvents(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    var rhythm =
        new Platforms.Rhythm(
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ofDays(8),
            Duration.ofMinutes(5),
            1,
            Duration.ZERO);
    return new Platforms(ports, rhythm, new Probe("secret"), () -> NINE, new SimpleMeterRegistry());
  }
}
