package io.direktdraht.storage.redis;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.Signal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two nodes on one log and one Redis: the log tells the first, the second can only hear.
final class RedisEarTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RunningRedis redis = new RunningRedis();
  private final RedisSignals one = new RedisSignals(new Redis(redis.url()), meters);
  private final RedisSignals other =
      new RedisSignals(new Redis(redis.url()), new SimpleMeterRegistry());
  private final MemoryLog log = new MemoryLog(LINES, IntakeRules.DEFAULT, one);
  private final List<Signal> heard = new CopyOnWriteArrayList<>();
  private final List<Signal> heardByOne = new CopyOnWriteArrayList<>();
  private final RedisEar ear = ear(other);
  private final RedisEar earOfOne = ear(one);

  private RedisEar ear(RedisSignals signals) {
    var sweep = Duration.ofMillis(50);
    return new RedisEar(signals, new RedisEar.Log(log, log), sweep, () -> NINE, meters);
  }

  @BeforeEach
  void bothHear() {
    other.subscribe(heard::add);
    one.subscribe(heardByOne::add);
    reaches();
  }

  @AfterEach
  void close() {
    ear.close();
    earOfOne.close();
    one.close();
    other.close();
    redis.close();
  }

  @Test
  void whatIsWrittenAtOneNodeIsHeardAtTheOtherAndOwedThereByNobody() {
    var first = log.receive(hello(WEB, "eva", "1")).conversation();
    log.receive(hello(WEB, "eva", "2"));
    Patience.until("both messages are heard", () -> told(first.id()) == 2);
    assertThat(heard)
        .filteredOn(Signal.FromAfar.class::isInstance)
        .extracting(signal -> ((Signal.FromAfar) signal).what())
        .filteredOn(Signal.Committed.class::isInstance)
        .allSatisfy(what -> assertThat(((Signal.Committed) what).owes()).isEmpty());
  }

  @Test
  void everyOtherSignalIsHeardAsItIsAndOnlyOnce() {
    var id = ConversationId.next(NINE);
    var signals =
        List.<Signal>of(
            new Signal.Typing(id, new Author.Agent(ANA, "Ana"), true),
            new Signal.CursorMoved(id, Side.CONTACT, new Cursor(3, 2)),
            new Signal.DeskChanged());
    signals.forEach(one::publish);
    reaches();
    for (var signal : signals) {
      assertThat(heard).containsOnlyOnce(new Signal.FromAfar(signal)).doesNotContain(signal);
      assertThat(heardByOne).containsOnlyOnce(signal).doesNotContain(new Signal.FromAfar(signal));
    }
  }

  @Test
  void garbageHarmsNobody() {
    try (var stranger = new Redis(redis.url()).client()) {
      for (var text : List.of("", "{", "{\"node\":\"n\",\"posts\":[{\"kind\":\"later\"}]}"))
        stranger.publish(Redis.CHANNEL, text);
    }
    reaches();
  }

  @Test
  void withoutRedisOneHearsItselfAndTheOtherLooks() {
    var seen = log.receive(hello(WEB, "eva", "1")).conversation();
    redis.goes();
    Patience.until(
        "nobody hears", () -> meters.get("direktdraht.signals.heard").gauge().value() == 0);
    log.append(botAnswer(seen, "Guten Tag"));
    assertThat(heardByOne) // at once, and perhaps by looking too
        .anyMatch(signal ->
            signal instanceof Signal.Committed committed
                && committed.conversation().marks().lastSeq() > seen.marks().lastSeq());
    Patience.until("the other one found it", () -> told(seen.id()) == 2);
    redis.comesBack();
    reaches();
  }

  @Test
  void whatWasWrittenBeforeTheLineWasThereIsFound() {
    redis.goes();
    log.receive(hello(WEB, "eva", "1"));
    redis.comesBack();
    var last = log.receive(hello(WEB, "eva", "2")).conversation();
    Patience.until("all is found", () -> told(last.id()) == 2);
  }

  @Test
  void aFloodWhileRedisIsAwayIsDroppedAndHoldsUpNobody() {
    redis.goes();
    for (int i = 0; i < 20_000; i++) one.publish(new Signal.DeskChanged());
    assertThat(heardByOne).hasSizeGreaterThanOrEqualTo(20_000);
    Patience.until(
        "some are dropped", () -> meters.get("direktdraht.signals.lost").counter().count() > 0);
    redis.comesBack();
    reaches();
  }

  /// A new hint arrives, in both directions.
  private void reaches() {
    var agent = new AgentId("probe-" + ConversationId.next(NINE));
    var probe = new Signal.Presence(agent, Signal.Presence.State.AVAILABLE);
    Patience.until(
        "the other one hears",
        () -> {
          one.publish(probe);
          return heard.contains(new Signal.FromAfar(probe));
        });
    Patience.until(
        "the first one hears",
        () -> {
          other.publish(probe);
          return heardByOne.contains(new Signal.FromAfar(probe));
        });
  }

  /// How many messages of this conversation the other node has heard of, each counted once.
  private long told(ConversationId id) {
    return heard.stream()
        .filter(signal ->
            signal instanceof Signal.FromAfar(Signal.Committed(Conversation now, _, _))
                && now.id().equals(id))
        .flatMap(
            signal -> ((Signal.Committed) ((Signal.FromAfar) signal).what()).recorded().stream())
        .filter(recorded ->
            recorded.event() instanceof ConversationEvent.MessageReceived
                || recorded.event() instanceof ConversationEvent.MessageSent)
        .map(recorded -> recorded.seq())
        .distinct()
        .count();
  }
}
