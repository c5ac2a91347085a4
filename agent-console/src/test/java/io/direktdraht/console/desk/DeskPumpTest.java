package io.direktdraht.console.desk;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeskPumpTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMillis(20);
  private final Offices office = new Offices();

  @Test
  void promisesAtAHintWhenNobodyIsThere() {
    try (var _ = pump(office.signals, NEVER)) {
      var seen = office.waiting();
      until("the promise", () -> office.now(seen).stage() instanceof Stage.Promised);
      assertThat(office.ports.owed().places(Owed.Kind.DESK, seen.id())).isEmpty();
      assertThat(office.told(seen)).hasSize(1);
    }
  }

  @Test
  void findsWhatACrashLeftBehind() {
    var before = office.waiting();
    try (var _ = pump(new LocalSignals(), SOON)) {
      until("what was owed before", () -> !office.told(before).isEmpty());
      var later = office.waiting();
      until("what is owed later", () -> !office.told(later).isEmpty());
    }
  }

  @Test
  void doesNothingMoreOnceClosed() {
    pump(office.signals, SOON).close();
    var seen = office.waiting();
    assertThat(office.ports.owed().places(Owed.Kind.DESK, seen.id())).hasSize(1);
    assertThat(office.told(seen)).isEmpty();
  }

  private DeskPump pump(Signals signals, Duration sweep) {
    return new DeskPump(office.desk, office.ports.owed(), signals, sweep);
  }
}
