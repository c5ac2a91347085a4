package io.direktdraht.intents.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.direktdraht.intents.measure.Reliability.Point;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private final Reliability.Tally tally = new Reliability.Tally();

  @Test
  void measuresTheGapBetweenSaidAndTrue() {
    tally.add(0.95, true);
    tally.add(0.93, false); // this bin: said 1.88, right 1
    tally.add(0.25, false); // this bin: said 0.25, right 0
    tally.add(1.0, true); // the last bin holds its end: said 2.88, right 2
    assertThat(tally.score().ece()).isCloseTo((0.88 + 0.25) / 4, within(1e-12));
    assertThat(tally.score().bins()).hasSize(10);
    assertThat(tally.score().bins().getLast().confidence()).isCloseTo(0.96, within(1e-12));
  }

  @Test
  void answersTheSurestFirst() {
    tally.add(0.2, false);
    tally.add(0.9, true);
    tally.add(0.5, false);
    tally.add(0.8, true);
    assertThat(tally.score().curve())
        .containsExactly(
            new Point(0.25, 0), new Point(0.5, 0), new Point(0.75, 1.0 / 3), new Point(1, 0.5));
  }

  @Test
  void isZeroOfNothing() {
    assertThat(tally.score().ece()).isZero();
    assertThat(tally.score().curve()).isEmpty();
  }
}
