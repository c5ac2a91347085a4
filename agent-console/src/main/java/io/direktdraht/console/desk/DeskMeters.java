package io.direktdraht.console.desk;

import io.direktdraht.console.desk.wait.WaitForecast;
import io.direktdraht.conversation.event.ConversationEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/// What the desk measures of itself.
final class DeskMeters {
  private final Timer timeToHuman;
  private final Counter kept;
  private final Counter broken;

  DeskMeters(MeterRegistry meters, Supplier<Number> waiting, WaitForecast forecast) {
    timeToHuman =
        Timer.builder("direktdraht.time.to.human")
            .description("From the hand-off to the person who takes over")
            .publishPercentiles(0.5, 0.9, 0.99)
            .register(meters);
    kept = promises(meters, "kept");
    broken = promises(meters, "broken");
    Gauge.builder("direktdraht.queue.length", waiting)
        .description("Contacts who wait for a person")
        .register(meters);
    Gauge.builder("direktdraht.wait.held", () -> forecast.held().orElse(Double.NaN))
        .description("Share of told waiting times that held; 0.8 is what is aimed at")
        .register(meters);
    Gauge.builder("direktdraht.promises.kept.rate", this::keptRate)
        .description("Share of promises that were kept, of those that ended")
        .register(meters);
  }

  /// NaN before the first promise has ended.
  private double keptRate() {
    return kept.count() / (kept.count() + broken.count());
  }

  private static Counter promises(MeterRegistry meters, String result) {
    return Counter.builder("direktdraht.promises")
        .description("Promises of a person's answer, by what became of them")
        .tag("result", result)
        .register(meters);
  }

  void served(Duration waited) {
    timeToHuman.record(waited);
  }

  void hear(ConversationEvent event) {
    if (event instanceof ConversationEvent.PromiseKept) kept.increment();
    if (event instanceof ConversationEvent.PromiseBroken) broken.increment();
  }
}
