package io.direktdraht.server.crash;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.desk.Desk;
import io.direktdraht.console.desk.DeskPump;
import io.direktdraht.console.desk.Desks;
import io.direktdraht.console.desk.Presence;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Two nodes see at the same moment that somebody waits and nobody is there.
class TwoDesksTest {
  private static final Duration SWEEP = Duration.ofMillis(20);
  private final LocalSignals signals = new LocalSignals();
  private final MemoryLog log = new MemoryLog(LINES, IntakeRules.DEFAULT, signals);
  private final AtomicInteger late = new AtomicInteger();

  @Test
  void promiseOnceWhenBothDecideToPromise() {
    var seen = forgotten();
    try (var _ = pump(new Slower())) {
      Patience.until("the slower one is done", () -> late.get() > 0);
    }
    assertThat(
            log.read(seen.id(), 0, 100).stream()
                .filter(one -> one.event() instanceof ConversationEvent.PromiseMade))
        .hasSize(1);
  }

  /// Was told a place in the queue, and has waited for long.
  private Conversation forgotten() {
    var seen = log.receive(hello(WEB, fresh(), fresh())).conversation();
    log.append(new Append(seen.id(), new Append.Condition.SameEpoch(1), List.of(handoff())));
    var told = new Append.Condition.Settling(Owed.Kind.DESK, seen.lastSeq() + 1);
    log.append(new Append(seen.id(), told, List.of(note("told"))));
    return seen;
  }

  private DeskPump pump(ConversationLog through) {
    var now = new AtomicReference<>(NINE);
    var desk =
        new Desk(
            new Desk.Ports(through, log, log, signals, LINES),
            new Presence(signals, now::get),
            Desks.DAILY_RULES,
            now::get,
            new SimpleMeterRegistry());
    now.set(NINE.plus(Duration.ofMinutes(5)));
    return new DeskPump(desk, log, signals, SWEEP);
  }

  /// Decides like the other node, but stores only after that one has.
  private final class Slower implements ConversationLog {
    @Override
    public Appended append(Append append) {
      try (var _ = pump(log)) {
        Patience.until(
            "the other one promised",
            () -> log.find(append.conversation()).orElseThrow().stage() instanceof Stage.Promised);
      }
      var appended = log.append(append);
      late.incrementAndGet();
      return appended;
    }

    @Override
    public List<Recorded> read(ConversationId conversation, long after, int limit) {
      return log.read(conversation, after, limit);
    }

    @Override
    public Optional<Recorded> received(Line.Id line, String key) {
      return log.received(line, key);
    }
  }
}
