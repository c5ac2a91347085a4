package io.direktdraht.channel.platform.door;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Registration;
import io.direktdraht.channel.platform.Registration.Outcome;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.inbox.RawEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistrarTest {
  private static final Line.Id LINE = new Line.Id("page");
  private static final ToldHook HOOK = new ToldHook(new Line(LINE, "messenger", true));
  private static final Outcome KNOWN = new Outcome.Known();
  private final Deque<Outcome> answers = new ArrayDeque<>();
  private Instant now = NINE;
  private final MemoryRawEvents raw = new MemoryRawEvents();
  private final Played platform = new Played();
  private final Registrar registrar =
      new Registrar(platform, new CatchUp(HOOK, platform, raw, () -> now), LINE, () -> now);

  /// Answers as it is told, and keeps what it was asked for.
  private final class Played implements Registration {
    private final List<Instant> asked = new ArrayList<>();
    private Optional<List<String>> untold = Optional.of(List.of());

    @Override
    public Outcome register() {
      return answers.remove();
    }

    @Override
    public Optional<List<String>> untold(Instant since) {
      asked.add(since);
      return untold;
    }
  }

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
  void whatContactsWroteMeanwhileIsFetchedOnceThePlatformAnswers() throws InterruptedException {
    called("a");
    now = now.plus(Duration.ofHours(2));
    answers.addAll(List.of(new Outcome.Renewed("not subscribed"), KNOWN));
    platform.untold = Optional.empty();
    registrar.tryOnce();
    assertThat(registrar.gap().orElseThrow())
        .endsWith("; what was written meanwhile is not fetched yet");
    platform.untold = Optional.of(List.of("eva's", "udo's"));
    registrar.tryOnce();
    registrar.tryOnce();
    assertThat(platform.asked).containsOnly(NINE.minus(Duration.ofMinutes(15))).hasSize(2);
    assertThat(raw.waiting(LINE, 9)).extracting(RawEvent::body).containsExactly("eva's", "udo's");
    assertThat(registrar.gap().orElseThrow()).endsWith("; what 2 contacts wrote was fetched");
  }

  @Test
  void theSameIsFetchedOnce() throws InterruptedException {
    called("a");
    platform.untold = Optional.of(List.of("eva's"));
    answers.addAll(List.of(new Outcome.Renewed("not subscribed"), new Outcome.Renewed("again")));
    registrar.again();
    registrar.tryOnce();
    now = now.plus(Duration.ofMinutes(11));
    registrar.tryOnce();
    assertThat(platform.asked).hasSize(2);
    assertThat(raw.waiting(LINE, 9)).hasSize(1);
  }

  @Test
  void nothingIsFetchedFromAPlatformThatNeverCalled() throws InterruptedException {
    answers.add(new Outcome.Renewed("not subscribed"));
    registrar.tryOnce();
    assertThat(platform.asked).isEmpty();
    assertThat(registrar.gap().orElseThrow()).endsWith("Z");
  }

  private void called(String key) {
    var event = new RawEvent(LINE, key, "{}", now);
    raw.store(event);
    raw.done(List.of(event));
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
