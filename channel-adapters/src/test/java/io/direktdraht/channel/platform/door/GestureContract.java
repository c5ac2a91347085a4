package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.Dialect.Gesture;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What contacts are shown besides messages.
public interface GestureContract {
  JsonMapper JSON = new JsonMapper();
  Author ANA = new Author.Agent(new AgentId("ana"), "Ana");

  Dialect dialect();

  private static Gesture there(Optional<Gesture> gesture) {
    assumeTrue(gesture.isPresent(), "this platform does not show that");
    return gesture.orElseThrow();
  }

  private static void types(Bench bench) {
    bench.signals.publish(new Signal.Typing(bench.conversation(1).id(), ANA, true));
  }

  private static void reads(Bench bench, long upTo) {
    var cursor = new Cursor(upTo, upTo);
    bench.signals.publish(new Signal.CursorMoved(bench.conversation(1).id(), Side.TEAM, cursor));
  }

  private static void told(Bench bench, Gesture gesture, int times) {
    assertThat(bench.platform.called())
        .hasSize(times)
        .allSatisfy(call -> assertThat(call).isEqualTo(JSON.readTree(gesture.body())));
    if (times > 0) assertThat(bench.platform.lastPath()).isEqualTo(gesture.path());
  }

  @Test
  default void aContactSeesThatSomebodyWrites() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var gesture = there(dialect().writes(1, 2));
      bench.hears(1, 1, "eins");
      bench.hears(1, 2, "zwei");
      bench.platform.next(gesture.says(), gesture.says());
      for (int i = 0; i < 20; i++) types(bench); // an agent types on
      told(bench, gesture, 1);
      bench.now = bench.now.plus(Duration.ofSeconds(25)); // it is to be seen no more
      types(bench);
      told(bench, gesture, 2);
      assertThat(bench.shown("writes", "taken")).isEqualTo(2);
    }
  }

  @Test
  default void aContactSeesWhatWasRead() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var gesture = there(dialect().reads(1, 2));
      bench.hears(1, 1, "eins");
      long place = bench.hears(1, 2, "zwei").lastSeq();
      reads(bench, place - 1); // not yet the newest
      told(bench, gesture, 0);
      bench.platform.next(gesture.says());
      for (int i = 0; i < 5; i++) reads(bench, place);
      reads(bench, place + 3); // our own words
      told(bench, gesture, 1);
      assertThat(bench.shown("read", "taken")).isEqualTo(1);
    }
  }

  @Test
  default void nobodyIsShownAnythingAboutTheDayBeforeYesterday() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      long place = bench.hears(1, 1, "eins").lastSeq();
      bench.now = bench.now.plus(Duration.ofHours(25));
      types(bench);
      reads(bench, place);
      assertThat(bench.platform.called()).isEmpty();
    }
  }

  @Test
  default void whatTheContactTypesThemselvesIsNotShownToThem() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.hears(1, 1, "eins");
      var id = bench.conversation(1).id();
      bench.signals.publish(new Signal.Typing(id, new Author.Contact(), true));
      bench.signals.publish(new Signal.Typing(id, ANA, false));
      bench.signals.publish(new Signal.CursorMoved(id, Side.CONTACT, new Cursor(9, 9)));
      assertThat(bench.platform.called()).isEmpty();
    }
  }

  @Test
  default void aGestureThatIsRefusedHarmsNothing() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      there(dialect().writes(1, 1));
      bench.hears(1, 1, "eins");
      bench.platform.next(new Reaction.Says(500, ""));
      types(bench);
      assertThat(bench.platform.called()).hasSize(1); // and not again
      bench.says(bench.conversation(1), "Hallo");
      bench.carry();
      assertThat(bench.shown()).containsExactly("Hallo");
    }
  }
}
