package io.direktdraht.channel.platform.door;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Registration.Outcome;
import io.direktdraht.conversation.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrarTest {
  private static final Outcome KNOWN = new Outcome.Known();
  private final Deque<Outcome> answers = new ArrayDeque<>();
  private Instant now = NINE;
  private final Registrar registrar = new Registrar(new Line.Id("tg"), answers::remove, () -> now);

  @Test
  void triesUntilThePlatformKnows() throws InterruptedException {
    answers.addAll(List.of(new Outcome.Unknown("HTTP 502"), new Outcome.Unknown("refused"), KNOWN));
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

  @Test
  void findsWithinAQuarterOfAnHourThatThePlatformForgotUsAndTellsForADay()
      throws InterruptedException {
    answers.addAll(List.of(KNOWN, new Outcome.Renewed("not subscribed"), KNOWN));
    for (int minute = 0; minute < 15; minute++) {
      registrar.tryOnce();
      now = now.plus(Duration.ofMinutes(1));
    }
    assertThat(answers).containsExactly(KNOWN);
    assertThat(registrar.problem()).isEmpty();
    assertThat(registrar.gap()).contains("not subscribed, until 2026-11-23T09:10:00Z");
    now = now.plus(Duration.ofDays(1));
    registrar.tryOnce();
    assertThat(registrar.gap()).isEmpty();
  }

  @Test
  void whatIsKnownAndThenCannotBeAskedIsAProblem() throws InterruptedException {
    answers.addAll(List.of(KNOWN, new Outcome.Unknown("ConnectException"), KNOWN));
    registrar.tryOnce();
    now = now.plus(Duration.ofMinutes(11));
    registrar.tryOnce();
    assertThat(registrar.problem()).contains("ConnectException");
    registrar.tryOnce();
    assertThat(registrar.problem()).isEmpty();
  }
}
