package io.direktdraht.server.start;

import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.conversation.outbox.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// What operators must not overlook about the lines. None of it makes the server unfit.
public final class LinesHealth implements HealthIndicator, MeterBinder {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private final List<Outbox> outboxes;
  private final Platforms platforms;
  private final InstantSource clock;

  public LinesHealth(List<Outbox> outboxes, Platforms platforms, InstantSource clock) {
    this.outboxes = List.copyOf(outboxes);
    this.platforms = platforms;
    this.clock = clock;
  }

  @Override
  public Health health() {
    var paused = new TreeMap<String, String>();
    var troubled = new TreeMap<String, String>();
    for (var outbox : outboxes) {
      var line = outbox.line().value();
      outbox.paused().ifPresent(why -> paused.put(line, why));
      outbox
          .trouble()
          .filter(trouble -> since(trouble.since()).compareTo(PATIENCE) >= 0)
          .ifPresent(one -> troubled.put(line, one.reason() + ", since " + one.since()));
    }
    var health =
        !paused.isEmpty()
            ? Health.status("PAUSED").withDetails(paused)
            : troubled.isEmpty() ? Health.up() : Health.status("TROUBLED");
    tell(health, "troubled", troubled);
    tell(health, "unread", platforms.quarantined());
    tell(health, "unregistered", platforms.unregistered());
    tell(health, "gaps", platforms.gaps());
    return health.build();
  }

  private static void tell(Health.Builder health, String what, Map<String, ?> lines) {
    if (!lines.isEmpty()) health.withDetail(what, lines);
  }

  /// For an alarm: how long each line has carried nothing, and whether it is paused.
  @Override
  public void bindTo(MeterRegistry meters) {
    for (var outbox : outboxes) {
      var line = outbox.line().value();
      Gauge.builder("direktdraht.line.paused", outbox, one -> one.paused().isPresent() ? 1 : 0)
          .tag("line", line)
          .register(meters);
      Gauge.builder("direktdraht.line.trouble", outbox, this::trouble)
          .baseUnit("seconds")
          .tag("line", line)
          .register(meters);
    }
  }

  private double trouble(Outbox outbox) {
    return outbox.trouble().map(one -> (double) since(one.since()).toSeconds()).orElse(0.0);
  }

  private Duration since(Instant time) {
    return Duration.between(time, clock.instant());
  }
}
