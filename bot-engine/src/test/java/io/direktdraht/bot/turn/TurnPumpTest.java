package io.direktdraht.bot.turn;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.bot.Shops;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TurnPumpTest {
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void takesATurnAtAHint() {
    var bot = new Engines();
    try (var _ = new TurnPump(bot.engine, bot.ports.owed(), bot.signals, NEVER)) {
      var seen = bot.receive("opening_hours");
      until("the answer", () -> !bot.said(seen).isEmpty());
      assertThat(bot.owed(seen)).isEmpty();
    }
  }

  @Test
  void findsOwedTurnsWithoutAHint() {
    var bot = new Engines();
    var before = bot.receive("opening_hours");
    try (var _ =
        new TurnPump(bot.engine, bot.ports.owed(), new LocalSignals(), Duration.ofMillis(20))) {
      until("what was owed before", () -> bot.owed(before).isEmpty());
      var later = bot.receive("return_policy");
      until("what is owed later", () -> bot.owed(later).isEmpty());
      assertThat(bot.said(later)).hasSize(2);
    }
  }

  @Test
  void takesTheTurnsOfAConversationOneAfterTheOther() {
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    Consumer<String> meanwhile =
        _ -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          Thread.yield();
          atOnce.decrementAndGet();
        };
    var bot = new Engines(Shops.orders(), meanwhile);
    try (var _ = new TurnPump(bot.engine, bot.ports.owed(), bot.signals, NEVER)) {
      var received = LogContract.together(50, i -> bot.receive("return_policy " + i));
      var one = received.getFirst();
      until("the last turn", () -> bot.owed(one).isEmpty());
      until("the end", () -> bot.now(one).marks().answered() >= lastReceived(received));
      assertThat(most).hasValue(1);
      var places = bot.decided(one).stream().map(Turn::upTo).toList();
      assertThat(places).isSorted().doesNotHaveDuplicates();
      assertThat(places.getLast()).isEqualTo(lastReceived(received));
    }
  }

  @Test
  void aSlowConversationHoldsUpNoOther() {
    var gate = new CountDownLatch(1);
    var bot = new Engines(Shops.orders(), text -> hold(text, gate));
    try (var _ = new TurnPump(bot.engine, bot.ports.owed(), bot.signals, NEVER)) {
      var slow = bot.receive(Logs.fresh(), "slow", null);
      var quick = bot.receive(Logs.fresh(), "opening_hours", null);
      until("the quick answer", () -> !bot.said(quick).isEmpty());
      assertThat(bot.said(slow)).isEmpty();
      gate.countDown();
      until("the slow answer", () -> !bot.said(slow).isEmpty());
    }
  }

  @Test
  void finishesTheTurnAtHandAtTheEndAndLeavesTheRestOwed() throws InterruptedException {
    var gate = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    var bot =
        new Engines(
            Shops.orders(),
            text -> {
              begun.countDown();
              hold(text, gate);
            });
    var pump = new TurnPump(bot.engine, bot.ports.owed(), bot.signals, NEVER);
    var seen = bot.receive("slow");
    begun.await();
    var closing = Thread.ofVirtual().start(pump::close);
    until("the pump waits", () -> closing.getState() == Thread.State.TIMED_WAITING);
    var next = bot.receive("opening_hours");
    gate.countDown();
    assertThat(closing.join(Duration.ofSeconds(30))).isTrue();
    assertThat(bot.said(seen)).hasSize(1);
    assertThat(bot.owed(seen)).isEqualTo(List.of(next.lastSeq()));
  }

  @Test
  void anOutageLeavesTheTurnOwedAndTheSweepTakesIt() {
    var times = new AtomicInteger();
    var bot = new Engines();
    var flaky = new LogOutages(bot.ports.log(), () -> times.getAndIncrement() < 2);
    var engine = flaky.engine(bot);
    try (var _ = new TurnPump(engine, bot.ports.owed(), bot.signals, Duration.ofMillis(20))) {
      var seen = bot.receive("opening_hours");
      until("the answer", () -> !bot.said(seen).isEmpty());
      assertThat(bot.said(seen)).hasSize(1);
      assertThat(times.get()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void soDoesAnError() {
    var times = new AtomicInteger();
    var bot = new Engines();
    BooleanSupplier failing =
        () -> {
          if (times.getAndIncrement() < 2) throw new ExceptionInInitializerError("a class is away");
          return false;
        };
    var engine = new LogOutages(bot.ports.log(), failing).engine(bot);
    try (var _ = new TurnPump(engine, bot.ports.owed(), bot.signals, Duration.ofMillis(20))) {
      var seen = bot.receive("opening_hours");
      until("the answer", () -> !bot.said(seen).isEmpty());
      assertThat(bot.said(seen)).hasSize(1);
    }
  }

  private static void hold(String text, CountDownLatch gate) {
    if (!text.startsWith("slow")) return;
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private static long lastReceived(List<Conversation> received) {
    return received.stream().mapToLong(Conversation::lastSeq).max().orElseThrow();
  }
}
