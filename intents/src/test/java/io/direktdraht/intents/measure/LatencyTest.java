package io.direktdraht.intents.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyTest {
  @Test
  void namesTimesThatDidOccur() {
    var tally = new Latency.Tally();
    for (int millis = 2_000; millis >= 1; millis--) tally.add(millis * 1_000_000L);
    assertThat(tally.score()).isEqualTo(new Latency(1_000, 1_980));
  }

  @Test
  void isZeroOfNothing() {
    assertThat(new Latency.Tally().score()).isEqualTo(new Latency(0, 0));
  }
}
