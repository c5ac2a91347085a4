package io.direktdraht.console.desk.simulation;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real desk over days and nights, with people who come late, vanish and forget.
class PromiseSimulationTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyPromiseIsKeptOrBrokenOrReplacedAndNobodyIsLost(long seed) {
    var days = new DeskDays(seed, 300);
    days.run(NINE.plusSeconds(86_400L * 4));
    int kept = 0;
    int broken = 0;
    for (var seen : days.contacts()) {
      assertThat(days.now(seen).stage()).isEqualTo(new Stage.Resolved(Outcome.SOLVED_BY_AGENT));
      var open = new HashSet<>();
      for (var event : days.events(seen))
        switch (event) {
          case ConversationEvent.PromiseMade made -> {
            open.clear(); // the contact chose something else instead
            assertThat(open.add(made.promise())).isTrue();
          }
          case ConversationEvent.PromiseKept(var promise, _) -> {
            assertThat(open.remove(promise)).isTrue();
            kept++;
          }
          case ConversationEvent.PromiseBroken(var promise, _) -> {
            assertThat(open.remove(promise)).isTrue();
            broken++;
          }
          default -> {}
        }
      assertThat(open).isEmpty();
    }
    assertThat(kept).isGreaterThan(50);
    assertThat(broken).isGreaterThan(0); // somebody was forgotten, and the desk noticed
  }
}
