package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxPumpTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMillis(20);
  private static final RetryPolicy POLICY =
      new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(60));
  private final Outgoing out = new Outgoing(POLICY);
  private final Gate platform = new Gate(Logs.PUSHED);

  /// A platform that lets a call through when the test allows it.
  private static final class Gate implements ChannelAdapter {
    private final Line.Id line;
    final Semaphore open = new Semaphore(0);
    final List<String> accepted = new CopyOnWriteArrayList<>();
    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final AtomicInteger outages = new AtomicInteger();

    Gate(Line.Id line) {
      this.line = line;
    }

    @Override
    public Line.Id line() {
      return line;
    }

    @Override
    public boolean repeatable() {
      return true;
    }

    @Override
    public @Nullable Duration window() {
      return null;
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) throws InterruptedException {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        open.acquire();
        if (outages.getAndDecrement() > 0) throw new IllegalStateException("an outage");
        accepted.add(message.content().text());
        return new DeliveryResult.Accepted("p");
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  @Test
  void carriesAtAHint() {
    platform.open.release(10);
    try (var _ = new OutboxPump(out.to(platform), out.signals, NEVER, 4)) {
      var seen = out.saying("eins", "zwei", "drei");
      until("all of it", () -> out.owed(seen).isEmpty());
      assertThat(platform.accepted).containsExactly("eins", "zwei", "drei");
    }
  }

  @Test
  void findsWhatIsOwedWithoutAHint() {
    platform.open.release(10);
    var before = out.saying("before");
    try (var _ = new OutboxPump(out.to(platform), new LocalSignals(), SOON, 4)) {
      until("what was owed before", () -> out.owed(before).isEmpty());
      var later = out.saying("later");
      until("what is owed later", () -> out.owed(later).isEmpty());
    }
  }

  @Test
  void callsASlowPlatformNoMoreOftenAtOnceThanAllowed() {
    for (int i = 0; i < 10; i++) out.saying("text " + i);
    try (var _ = new OutboxPump(out.to(platform), out.signals, SOON, 3)) {
      until("three calls", () -> platform.inside.get() == 3);
      platform.open.release(10);
      until("all of them", () -> platform.accepted.size() == 10);
      assertThat(platform.most).hasValue(3);
    }
  }

  @Test
  void aPlatformThatHangsHoldsUpNoOtherLine() {
    var other = new Gate(new Line.Id("other"));
    other.open.release(10);
    var log =
        new MemoryLog(
            Lines.of(new Line(platform.line, "rasa", true), new Line(other.line, "rasa", true)),
            IntakeRules.DEFAULT,
            out.signals);
    for (int i = 0; i < 10; i++) say(log, platform.line, "hangs");
    try (var _ = new OutboxPump(outbox(platform, log), out.signals, SOON, 3);
        var _ = new OutboxPump(outbox(other, log), out.signals, SOON, 3)) {
      until("three calls hang", () -> platform.inside.get() == 3);
      for (int i = 0; i < 10; i++) say(log, other.line, "goes");
      until("the other line is done", () -> other.accepted.size() == 10);
      assertThat(platform.inside).hasValue(3);
      platform.open.release(10);
    }
  }

  private static void say(MemoryLog log, Line.Id line, String text) {
    var seen = log.receive(Logs.hello(line, Logs.fresh(), Logs.fresh())).conversation();
    var said = List.<ConversationEvent>of(Logs.said(new Author.Bot(), line, text));
    log.append(new Append(seen.id(), new Append.Condition.Always(), said));
  }

  private static Outbox outbox(ChannelAdapter platform, MemoryLog log) {
    var clockwork = new Outbox.Clockwork(() -> Logs.NINE, POLICY);
    return new Outbox(platform, new MemoryDeliveries(log), log, log, clockwork);
  }

  @Test
  void anOutageHarmsNoOtherConversationAndTheLeaseBringsItBack() {
    platform.outages.set(1);
    platform.open.release(10);
    var one = out.saying("eins");
    var other = out.saying("zwei");
    try (var _ = new OutboxPump(out.to(platform), out.signals, SOON, 1)) {
      until("one of them", () -> platform.accepted.size() == 1);
      assertThat(out.owed(one).size() + out.owed(other).size()).isOne();
      out.later(POLICY.lease());
      until("both", () -> platform.accepted.size() == 2);
    }
    assertThat(platform.accepted).containsExactlyInAnyOrder("eins", "zwei");
  }

  @Test
  void waitsAtTheEndForTheCallInFlightAndLeavesTheRestOwed() throws InterruptedException {
    var seen = out.saying("eins", "zwei");
    var pump = new OutboxPump(out.to(platform), out.signals, SOON, 1);
    until("a call", () -> platform.inside.get() == 1);
    var closing = Thread.ofVirtual().start(pump::close);
    until("the pump waits", () -> closing.getState() == Thread.State.TIMED_WAITING);
    platform.open.release();
    assertThat(closing.join(Duration.ofSeconds(30))).isTrue();
    assertThat(platform.accepted).containsExactly("eins");
    assertThat(platform.inside).hasValue(0);
    assertThat(out.owed(seen)).hasSize(1);
  }
}
