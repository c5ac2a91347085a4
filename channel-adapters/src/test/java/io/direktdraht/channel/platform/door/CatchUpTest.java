package io.direktdraht.channel.platform.door;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.inbox.RawEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rounds to a platform that calls once and forgets.
class CatchUpTest {
  private static final Line.Id LINE = new Line.Id("sms-de");
  private static final Duration MARGIN = Duration.ofMinutes(15);
  private final MemoryRawEvents raw = new MemoryRawEvents();
  private final List<Instant> asked = new ArrayList<>();
  private Optional<List<String>> untold = Optional.of(List.of());
  private Instant now = NINE;
  private final CatchUp catchUp =
      new CatchUp(
          new ToldHook(new Line(LINE, "sms", true)),
          since -> {
            asked.add(since);
            return untold;
          },
          raw,
          () -> now);

  @Test
  void theFirstRoundBeginsBeforeTheLastCallAndEveryOtherBeforeTheOneBefore()
      throws InterruptedException {
    var last = new RawEvent(LINE, "call:a", "a", NINE.minus(Duration.ofHours(3)));
    raw.store(last);
    raw.done(List.of(last));
    round();
    round();
    assertThat(asked).containsExactly(last.at().minus(MARGIN), NINE.minus(MARGIN));
  }

  @Test
  void whatWasWrittenBeforeThereWasALineIsNotOurs() throws InterruptedException {
    round();
    assertThat(asked).containsExactly(NINE);
  }

  @Test
  void aRoundWithoutAnAnswerIsMadeAgain() throws InterruptedException {
    untold = Optional.empty();
    round();
    round();
    untold = Optional.of(List.of("b"));
    round();
    round();
    var answered = NINE.plus(Duration.ofMinutes(20));
    assertThat(asked).containsExactly(NINE, NINE, NINE, answered.minus(MARGIN));
    assertThat(raw.waiting(LINE, 9)).extracting(RawEvent::key).containsExactly("call:b");
  }

  @Test
  void whatWasToldIsStoredOnce() throws InterruptedException {
    var told = new RawEvent(LINE, "call:b", "b", NINE);
    raw.store(told);
    raw.done(List.of(told));
    untold = Optional.of(List.of("b", "c"));
    round();
    assertThat(raw.waiting(LINE, 9)).extracting(RawEvent::body).containsExactly("c");
  }

  private void round() throws InterruptedException {
    catchUp.round();
    now = now.plus(Duration.ofMinutes(10));
  }
}
