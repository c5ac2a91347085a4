package io.direktdraht.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RestraintTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final Restraint restraint = new Restraint(Duration.ofSeconds(15), now::get);

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Test
  void waitsTwiceAsLongAfterEachRefusalButNeverLongerThanAQuarterOfAnHour() {
    assertThat(restraint.waits()).isFalse();
    for (var wait = Duration.ofSeconds(15);
        wait.compareTo(Restraint.LONGEST) < 0;
        wait = wait.multipliedBy(2)) {
      restraint.refused();
      pass(wait.minusMillis(1));
      assertThat(restraint.waits()).isTrue();
      pass(Duration.ofMillis(1));
      assertThat(restraint.waits()).isFalse();
    }
    for (int more = 0; more < 3; more++) {
      restraint.refused();
      pass(Restraint.LONGEST);
      assertThat(restraint.waits()).isFalse();
    }
  }

  @Test
  void forgetsOnceWeAreLetIn() {
    restraint.refused();
    pass(Duration.ofSeconds(15));
    restraint.refused();
    restraint.admitted();
    assertThat(restraint.waits()).isFalse();
    restraint.refused();
    pass(Duration.ofSeconds(15));
    assertThat(restraint.waits()).isFalse();
  }
}
