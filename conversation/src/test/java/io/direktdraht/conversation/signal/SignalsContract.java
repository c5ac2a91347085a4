package io.direktdraht.conversation.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.AgentId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every driver of {@link Signals} does within its process.
public interface SignalsContract {
  Signal ANA = new Signal.Presence(new AgentId("ana"), Signal.Presence.State.AVAILABLE);

  Signals signals();

  @Test
  default void everybodyHearsAtOnceAndInOrder() {
    var first = new ArrayList<Signal>();
    var second = new ArrayList<Signal>();
    signals().subscribe(first::add);
    signals().subscribe(second::add);
    signals().publish(ANA);
    signals().publish(new Signal.DeskChanged());
    assertThat(first).isEqualTo(second).isEqualTo(List.of(ANA, new Signal.DeskChanged()));
  }

  @Test
  default void whoFailsHindersNobody() {
    var heard = new ArrayList<Signal>();
    signals()
        .subscribe(_ -> {
          throw new IllegalStateException("on purpose");
        });
    signals().subscribe(heard::add);
    signals().publish(ANA);
    assertThat(heard).containsExactly(ANA);
  }

  @Test
  default void whoLeftHearsNothing() {
    var heard = new ArrayList<Signal>();
    signals().subscribe(heard::add).close();
    signals().publish(ANA);
    assertThat(heard).isEmpty();
  }

  @Test
  default void whatComesFromElsewhereIsHeardToo() {
    var heard = new ArrayList<Signal>();
    signals().subscribe(heard::add);
    signals().publish(new Signal.FromAfar(ANA));
    assertThat(heard).containsExactly(new Signal.FromAfar(ANA));
  }
}
