package io.direktdraht.console.desk;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signal.Presence.State;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private final LocalSignals signals = new LocalSignals();
  private Instant now = NINE;
  private final Presence presence = new Presence(signals, () -> now);

  @Test
  void nobodyIsThereBeforeTheyCome() {
    assertThat(presence.available()).isZero();
    assertThat(presence.available(ANA)).isFalse();
    assertThat(presence.saysAvailable(ANA)).isTrue();
  }

  @Test
  void whoseConsoleIsOpenIsThere() {
    presence.connected(ANA);
    now = now.plusSeconds(3600);
    assertThat(presence.available(ANA)).isTrue();
    assertThat(presence.available()).isEqualTo(1);
  }

  @Test
  void aBrokenConnectionIsForgivenForHalfAMinute() {
    presence.connected(ANA);
    now = now.plusSeconds(3600);
    presence.disconnected(ANA);
    now = now.plusSeconds(29);
    assertThat(presence.available(ANA)).isTrue();
    now = now.plusSeconds(1);
    assertThat(presence.available(ANA)).isFalse();
    presence.connected(ANA);
    assertThat(presence.available(ANA)).isTrue();
  }

  @Test
  void oneOfTwoConsolesIsEnough() {
    presence.connected(ANA);
    presence.connected(ANA);
    presence.disconnected(ANA);
    now = now.plusSeconds(3600);
    assertThat(presence.available(ANA)).isTrue();
    assertThat(presence.available()).isEqualTo(1);
    presence.disconnected(ANA);
    presence.disconnected(ANA);
    presence.connected(ANA);
    presence.disconnected(ANA);
    now = now.plusSeconds(31);
    assertThat(presence.available(ANA)).isFalse();
  }

  @Test
  void whoSaysTheyAreAwayIsAwayEvenWhenTheyConnectAgain() {
    presence.connected(ANA);
    presence.say(ANA, false);
    assertThat(presence.available(ANA)).isFalse();
    presence.disconnected(ANA);
    presence.connected(ANA);
    assertThat(presence.available(ANA)).isFalse();
    assertThat(presence.saysAvailable(ANA)).isFalse();
    presence.say(ANA, true);
    assertThat(presence.available(ANA)).isTrue();
  }

  @Test
  void whoSignsOutIsGoneAtOnce() {
    presence.connected(ANA);
    presence.left(ANA);
    assertThat(presence.available(ANA)).isFalse();
  }

  @Test
  void everyChangeIsTold() {
    var heard = new ArrayList<Signal>();
    signals.subscribe(heard::add);
    presence.connected(ANA);
    presence.say(ANA, false);
    presence.left(BEN);
    assertThat(heard)
        .containsExactly(
            new Signal.Presence(ANA, State.AVAILABLE),
            new Signal.Presence(ANA, State.AWAY),
            new Signal.Presence(BEN, State.GONE));
  }

  @Test
  void whoIsAtAnotherNodeIsThereAsLongAsItSaysSo() {
    elsewhere(State.AVAILABLE);
    assertThat(presence.there()).containsExactly(ANA);
    now = now.plusSeconds(29);
    elsewhere(State.AVAILABLE);
    now = now.plusSeconds(29);
    assertThat(presence.available(ANA)).isTrue();
    now = now.plusSeconds(1);
    assertThat(presence.available(ANA)).isFalse();
  }

  @Test
  void whatAnAgentSaysAtOneNodeCountsAtAll() {
    presence.connected(ANA);
    elsewhere(State.AWAY);
    assertThat(presence.available(ANA)).isFalse();
    assertThat(presence.saysAvailable(ANA)).isFalse();
    elsewhere(State.AVAILABLE);
    now = now.plusSeconds(3600);
    assertThat(presence.available(ANA)).isTrue();
  }

  @Test
  void whoIsAwayAtAnotherNodeIsHereAsLongAsItSaysSo() {
    elsewhere(State.AVAILABLE);
    for (int i = 0; i < 6; i++) {
      now = now.plusSeconds(10);
      elsewhere(State.AWAY);
    }
    assertThat(presence.available(ANA)).isFalse();
    assertThat(presence.here(ANA)).isTrue();
  }

  @Test
  void whoIsAwayAtAnotherNodeIsKnownHere() {
    elsewhere(State.AWAY);
    assertThat(presence.here(ANA)).isTrue();
    assertThat(presence.saysAvailable(ANA)).isFalse();
  }

  @Test
  void whoSignsOutElsewhereIsGoneAtOnceAndComesBackAvailable() {
    elsewhere(State.AWAY);
    elsewhere(State.GONE);
    assertThat(presence.here(ANA)).isFalse();
    presence.connected(ANA);
    assertThat(presence.available(ANA)).isTrue();
    elsewhere(State.GONE);
    assertThat(presence.available(ANA)).isTrue();
  }

  @Test
  void onlyWhoIsHereIsToldToTheOthers() {
    presence.connected(ANA);
    signals.publish(new Signal.FromAfar(new Signal.Presence(BEN, State.AVAILABLE)));
    var told = new ArrayList<Signal>();
    signals.subscribe(told::add);
    presence.beat();
    assertThat(told).containsExactly(new Signal.Presence(ANA, State.AVAILABLE));
  }

  @Test
  void whoOnlyAsksIsToldToTheOthersWhileTheyDo() {
    var told = new ArrayList<Signal>();
    signals.subscribe(told::add);
    presence.seen(ANA);
    presence.seen(ANA);
    presence.beat();
    assertThat(told).containsOnly(new Signal.Presence(ANA, State.AVAILABLE)).hasSize(2);
    now = now.plusSeconds(30);
    presence.beat();
    assertThat(told).hasSize(2);
  }

  private void elsewhere(State state) {
    signals.publish(new Signal.FromAfar(new Signal.Presence(ANA, state)));
  }
}
