package io.direktdraht.server.start;

import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// What operators must not overlook about the lines. None of it makes the server unfit.
public final class LinesHealth implements HealthIndicator, MeterBinder {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private final Supplier<List<Outbox>> outboxes;
  private final Platforms platforms;
  private final Supplier<Map<String, String>> unopened;
  private final InstantSource clock;
  private volatile @Nullable MultiGauge paused;
  private volatile @Nullable MultiGauge trouble;

  /// `outboxes`: those of the lines that are open now; `unopened`: mailboxes that let nobody look,
  /// and why.
  public LinesHealth(
      Supplier<List<Outbox>> outboxes,
      Platforms platforms,
      Supplier<Map<String, String>> unopened,
      InstantSource clock) {
    this.unopened = unopened;
    this.outboxes = outboxes;
    this.platforms = platforms;
    this.clock = clock;
  }

  @Override
  public Health health() {
    var paused = new TreeMap<String, String>();
    var troubled = new TreeMap<String, String>();
    follow();
    for (var outbox : outboxes.get()) {
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
    tell(health, "unopened", unopened.get());
    return health.build();
  }

  private static void tell(Health.Builder health, String what, Map<String, ?> lines) {
    if (!lines.isEmpty()) health.withDetail(what, lines);
  }

  /// For an alarm: how long each line has carried nothing, and whether it is paused. Whoever reads
  /// how many lines deliver follows those that have come since.
  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("direktdraht.line.delivering", this, LinesHealth::delivering).register(meters);
    paused = MultiGauge.builder("direktdraht.line.paused").register(meters);
    trouble = MultiGauge.builder("direktdraht.line.trouble").baseUnit("seconds").register(meters);
    follow();
  }

  private int delivering() {
    follow();
    return outboxes.get().size();
  }

  private void follow() {
    var pauses = paused;
    if (pauses != null) pauses.register(rows(one -> one.paused().isPresent() ? 1 : 0), false);
    var troubles = trouble;
    if (troubles != null) troubles.register(rows(this::trouble), false);
  }

  /// Each looks its line up when it is read: a line may have been changed since.
  private List<MultiGauge.Row<?>> rows(ToDoubleFunction<Outbox> value) {
    return outboxes.get().stream()
        .map(Outbox::line)
        .<MultiGauge.Row<?>>map(
            line -> MultiGauge.Row.of(Tags.of("line", line.value()), () -> valueOf(line, value)))
        .toList();
  }

  private double valueOf(Line.Id line, ToDoubleFunction<Outbox> value) {
    return outboxes.get().stream()
        .filter(one -> one.line().equals(line))
        .mapToDouble(value)
        .findFirst()
        .orElse(0);
  }

  private double trouble(Outbox outbox) {
    return outbox.trouble().map(one -> (double) since(one.since()).toSeconds()).orElse(0.0);
  }

  private Duration since(Instant time) {
    return Duration.between(time, clock.instant());
  }
}
