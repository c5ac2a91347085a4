package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// WhatsApp keeps no order between two calls; with `strict-order` each part waits for the one
/// before.
class StrictOrderTest {
  private static final String LONG = "Satz. ".repeat(1000); // two parts
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @Test
  void whatDoesNotArriveIsWaitedForAndNoLonger() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect(PATIENCE))) {
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, LONG);
      bench.says(seen, "danach");
      assertThat(carried(bench)).isGreaterThanOrEqualTo(PATIENCE); // between the parts
      assertThat(bench.shown()).hasSize(2);
      assertThat(carried(bench)).isGreaterThanOrEqualTo(PATIENCE); // and after the last
      assertThat(bench.shown()).hasSize(3).last().isEqualTo("danach");
    }
  }

  @Test
  void whatHasArrivedIsNotWaitedFor() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect(LONGEST))) {
      bench.platform.beforeAnswering(call -> {
        bench.post(bench.dialect.status(call, "delivered").orElseThrow());
        bench.workNow();
      });
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, LONG);
      bench.says(seen, "danach");
      assertThat(carried(bench).plus(carried(bench))).isLessThan(LONGEST);
      assertThat(bench.shown()).hasSize(3).last().isEqualTo("danach");
    }
  }

  /// What was sent before that is given up already.
  @Test
  void anEarlierMessageHoldsUpNothing() throws InterruptedException {
    try (var bench = new Bench(new WhatsAppDialect(LONGEST))) {
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, "eins");
      carried(bench);
      bench.now = bench.now.plus(LONGEST).plusMillis(1);
      bench.says(seen, "zwei");
      assertThat(carried(bench)).isLessThan(LONGEST);
    }
  }

  private static Duration carried(Bench bench) throws InterruptedException {
    long begun = System.nanoTime();
    bench.carryOnce();
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
