package io.direktdraht.bot.turn;

import io.direktdraht.bot.dialogue.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Counts turns by decision and hand-offs by reason, and times them from the message to the stored
/// answer.
public final class TurnMeters {
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Timer latency;

  public TurnMeters(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
    this.latency =
        Timer.builder("direktdraht.turn.latency")
            .description("From the received message to the stored answer")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
  }

  void decided(Decision decision, Instant since) {
    meters.counter("direktdraht.turns", "decision", decision.label()).increment();
    if (decision instanceof Decision.HandOff(var why))
      meters
          .counter("direktdraht.handoffs", "reason", why.reason().name().toLowerCase(Locale.ROOT))
          .increment();
    var took = Duration.between(since, clock.instant());
    if (!took.isNegative()) latency.record(took);
  }

  void dropped() {
    meters.counter("direktdraht.turns", "decision", "dropped").increment();
  }
}
