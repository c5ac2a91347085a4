package io.direktdraht.bot.turn;

import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.escalation.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts turns by decision, hand-offs by reason and rule, and rules that fail; times them from the
/// message to the stored answer.
public final class TurnMeters implements Rules.Trouble {
  private static final Logger LOG = LoggerFactory.getLogger(TurnMeters.class);
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Timer latency;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

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
    if (decision instanceof Decision.HandOff(var why, _))
      meters
          .counter(
              "direktdraht.handoffs",
              "reason",
              why.reason().name().toLowerCase(Locale.ROOT),
              "rule",
              why.rule())
          .increment();
    var took = Duration.between(since, clock.instant());
    if (!took.isNegative()) latency.record(took);
  }

  /// Told once for each version of the rules: what fails for one contact fails for many.
  @Override
  public void failed(String version, String rule, Exception why) {
    meters.counter("direktdraht.rules.failed", "rule", rule).increment();
    if (told.add(version + "/" + rule))
      LOG.warn("rule {} of {} could not be evaluated and did not hold", rule, version, why);
  }

  void dropped() {
    meters.counter("direktdraht.turns", "decision", "dropped").increment();
  }
}
