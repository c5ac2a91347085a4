package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistrarTest {
  @Test
  void triesUntilThePlatformKnowsAndThenNoMore() throws InterruptedException {
    var answers =
        new ArrayDeque<>(
            List.of(Optional.of("HTTP 502"), Optional.of("refused"), Optional.<String>empty()));
    var registrar = new Registrar(new Line.Id("tg"), answers::remove);
    assertThat(registrar.problem()).isEmpty();
    registrar.tryOnce();
    assertThat(registrar.problem()).contains("HTTP 502");
    registrar.tryOnce();
    assertThat(registrar.problem()).contains("refused");
    registrar.tryOnce();
    assertThat(registrar.problem()).isEmpty();
    registrar.tryOnce(); // would fail: nothing is left to answer
    assertThat(answers).isEmpty();
  }
}
