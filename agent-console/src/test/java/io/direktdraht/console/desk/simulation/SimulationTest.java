package io.direktdraht.console.desk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  /// That each offer was in order, and to somebody who is there, is asserted as it is made.
  @Test
  void tenThousandContactsAreEachServedOnceAndNobodyStarves() {
    var days = new Simulation(1);
    days.run(10_000);
    assertThat(days.contacts).hasSize(10_000);
    assertThat(days.contacts.values())
        .allSatisfy(contact -> {
          assertThat(contact.ended).isEqualTo(1);
          assertThat(contact.served).isPositive();
          // At worst from Saturday's closing to Monday's opening, and the queue of that morning.
          assertThat(Duration.between(contact.since, contact.firstServed))
              .isLessThan(Duration.ofHours(42));
        });
    assertThat(days.drops).as("agents who vanished with conversations").isPositive();
    System.out.println(
        "offers "
            + days.offers
            + ", dropped and taken up again "
            + days.drops
            + ", ranges held "
            + days.forecast.held().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void fourOfFiveWaitsEndInTheRangeThatWasSaid(long seed) {
    var days = new Simulation(seed);
    days.run(3_000);
    System.out.println("seed " + seed + ": held " + days.forecast.held().orElseThrow());
    assertThat(days.forecast.held().orElseThrow()).isBetween(0.75, 0.85);
  }
}
