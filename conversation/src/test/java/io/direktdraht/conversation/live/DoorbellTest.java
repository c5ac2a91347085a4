package io.direktdraht.conversation.live;

import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DoorbellTest {
  private static final Duration NOT_AT_ALL = Duration.ZERO;
  private static final Duration LONG = Duration.ofSeconds(30);
  private final LocalSignals signals = new LocalSignals();
  private final LogPorts ports = Memories.ports(signals);
  private final Doorbell doorbell = new Doorbell(signals);

  @Test
  void ringsForWhatHappenedSinceItWasHung() throws InterruptedException {
    var seen = ports.intake().receive(hello(WEB, fresh(), fresh())).conversation();
    try (var ring = doorbell.at(seen.id())) {
      assertThat(ring.await(NOT_AT_ALL)).isFalse();
      ports.log().append(botAnswer(seen, "Guten Tag"));
      assertThat(ring.await(NOT_AT_ALL)).isTrue();
      assertThat(ring.await(NOT_AT_ALL)).isFalse();
    }
  }

  @Test
  void ringsOnceForManyThings() throws InterruptedException {
    var seen = ports.intake().receive(hello(WEB, fresh(), fresh())).conversation();
    try (var ring = doorbell.at(seen.id())) {
      for (int i = 0; i < 3; i++)
        ports
            .log()
            .append(new Append(seen.id(), new Append.Condition.Always(), List.of(note("x"))));
      assertThat(ring.await(NOT_AT_ALL)).isTrue();
      assertThat(ring.await(NOT_AT_ALL)).isFalse();
    }
  }

  @Test
  void wakesWhoeverWaits() throws Exception {
    var seen = ports.intake().receive(hello(WEB, fresh(), fresh())).conversation();
    try (var ring = doorbell.at(seen.id());
        var other = doorbell.at(seen.id())) {
      var rang = new CompletableFuture<Boolean>();
      var waiting = Thread.ofVirtual().start(() -> rang.complete(waits(ring)));
      until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
      ports.log().append(botAnswer(seen, "Guten Tag"));
      assertThat(rang.get()).isTrue();
      assertThat(other.await(NOT_AT_ALL)).isTrue();
    }
  }

  @Test
  void hearsNothingOfOtherConversationsNorAfterItWasTakenDown() throws InterruptedException {
    var seen = ports.intake().receive(hello(WEB, fresh(), fresh())).conversation();
    var ring = doorbell.at(seen.id());
    ports.intake().receive(hello(WEB, fresh(), fresh()));
    assertThat(ring.await(NOT_AT_ALL)).isFalse();
    ring.close();
    ports.log().append(botAnswer(seen, "Guten Tag"));
    assertThat(ring.await(NOT_AT_ALL)).isFalse();
  }

  private static boolean waits(Doorbell.Ring ring) {
    try {
      return ring.await(LONG);
    } catch (InterruptedException stopped) {
      return false;
    }
  }
}
