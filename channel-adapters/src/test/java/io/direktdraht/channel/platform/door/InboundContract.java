package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.inbox.RawEvents.State;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.conversation.log.LogUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What holds for the webhooks of every platform.
public interface InboundContract {
  Dialect dialect();

  @Test
  default void whatAContactWritesIsInTheLogOnceAndInOrder() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      for (int i = 1; i <= 5; i++)
        assertThat(bench.post(dialect().wrote(1, i, "Grüße 🌳 " + i)).getStatus()).isEqualTo(200);
      bench.post(dialect().wrote(2, 6, "ein anderer"));
      bench.work();
      assertThat(bench.texts(1))
          .containsExactly("Grüße 🌳 1", "Grüße 🌳 2", "Grüße 🌳 3", "Grüße 🌳 4", "Grüße 🌳 5");
      assertThat(bench.texts(2)).containsExactly("ein anderer");
      assertThat(bench.stored()).isZero();
    }
  }

  @Test
  default void tenParallelRepetitionsAreOneMessageAndAllAcknowledged() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var body = dialect().wrote(1, 1, "Hallo");
      var statuses = LogContract.together(10, _ -> bench.post(body).getStatus());
      assertThat(statuses).containsOnly(200);
      bench.work();
      assertThat(bench.post(body).getStatus()).isEqualTo(200); // and long after
      bench.work();
      assertThat(bench.texts(1)).containsExactly("Hallo");
    }
  }

  @Test
  default void whatComesOutOfOrderIsPutInOrder() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeTrue(dialect().ordered(), "this platform tells no time");
      bench.post(dialect().wrote(1, 3, "drei"));
      bench.workAtOnce();
      bench.now = bench.now.plus(Bench.PATIENCE.dividedBy(2));
      bench.post(dialect().wrote(1, 1, "eins"));
      bench.post(dialect().wrote(1, 4, "vier"));
      bench.post(dialect().wrote(1, 2, "zwei"));
      bench.now = bench.now.plus(Bench.PATIENCE.dividedBy(2));
      bench.workAtOnce(); // three has waited enough; four has not
      assertThat(bench.texts(1)).containsExactly("eins", "zwei", "drei");
      bench.work();
      assertThat(bench.texts(1)).containsExactly("eins", "zwei", "drei", "vier");
    }
  }

  @Test
  default void aForgedCallIsRefusedAndNothingIsStored() {
    try (var bench = new Bench(dialect())) {
      var body = dialect().wrote(1, 1, "Hallo").getBytes(StandardCharsets.UTF_8);
      for (var headers : dialect().forged(body))
        assertThat(bench.post(headers, body).getStatus()).as(headers.toString()).isEqualTo(401);
      assertThat(bench.stored()).isZero();
      assertThat(bench.post(body).getStatus()).isEqualTo(200);
    }
  }

  @Test
  default void anUnknownLineIsNotThere() {
    try (var bench = new Bench(dialect())) {
      var body = dialect().wrote(1, 1, "Hallo").getBytes(StandardCharsets.UTF_8);
      var channel = dialect().line(bench.platform.url(), Duration.ofSeconds(1), Instant::now);
      var path = "/webhooks/" + channel.hook().line().channel() + "/nobody";
      assertThat(bench.post(path, dialect().signed(body), body).getStatus()).isEqualTo(404);
      assertThat(bench.post("/webhooks/nothing/x", dialect().signed(body), body).getStatus())
          .isEqualTo(404);
    }
  }

  @Test
  default void aBodyThatIsTooLargeIsRefused() {
    try (var bench = new Bench(dialect())) {
      var line = dialect().line(bench.platform.url(), Duration.ofSeconds(1), Instant::now);
      var body = new byte[line.hook().longestBody() + 1];
      assertThat(bench.post(body).getStatus()).isEqualTo(413);
      assertThat(bench.stored()).isZero();
    }
  }

  @Test
  default void whatNobodyCanReadIsAcknowledgedAndKeptApart() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var garbage =
          List.of("", "{", "<html>", "[]", "7", "null", "{\"a\":1}", "[".repeat(5000), "\0\0");
      for (var body : garbage) assertThat(bench.post(body).getStatus()).as(body).isEqualTo(200);
      assertThat(bench.post(new byte[] {(byte) 0xff, (byte) 0xfe}).getStatus()).isEqualTo(200);
      assertThat(bench.post("{").getStatus()).isEqualTo(200);
      bench.hears(1, 1, "Hallo");
      assertThat(bench.quarantined()).isEqualTo(garbage.size() + 1);
      assertThat(bench.texts(1)).containsExactly("Hallo");
    }
  }

  @Test
  default void onePoisonedEventAmongManyHarmsNobody() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      for (int contact = 1; contact <= 50; contact++) {
        bench.post(dialect().wrote(contact, contact * 3, "vorher"));
        if (contact == 25) bench.post(dialect().poisoned(contact * 3 + 1));
        bench.post(dialect().wrote(contact, contact * 3 + 2, "nachher"));
      }
      for (int i = 0; i < 5; i++) bench.work();
      assertThat(bench.quarantined()).isEqualTo(1);
      for (int contact : IntStream.rangeClosed(1, 50).toArray())
        assertThat(bench.texts(contact)).containsExactly("vorher", "nachher");
      assertThat(bench.stored() - bench.quarantined()).isZero();
    }
  }

  @Test
  default void whatIsTakenOutOfQuarantineIsReadAgainAndDoublesNothing()
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.hears(1, 1, "vorher");
      bench.post(dialect().poisoned(2));
      bench.post("<html>".getBytes(StandardCharsets.UTF_8));
      bench.work();
      for (var trace : bench.raw.latest(bench.line(), State.QUARANTINED, 9))
        assertThat(bench.raw.again(bench.line(), trace.key())).isTrue();
      assertThat(bench.quarantined()).isZero();
      bench.work();
      assertThat(bench.quarantined()).isEqualTo(2);
      assertThat(bench.texts(1)).containsExactly("vorher");
    }
  }

  @Test
  default void ofAThousandEventsInOneCallOnlyThePoisonedOneIsKeptApart()
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var events = new ArrayList<String>();
      for (int i = 0; i < 1000; i++)
        events.add(i == 500 ? dialect().poisoned(i) : dialect().wrote(1 + i % 100, i, "Text " + i));
      var call = dialect().together(events);
      Assumptions.assumeTrue(call.isPresent(), "this platform tells one thing at a time");
      assertThat(bench.post(call.get()).getStatus()).isEqualTo(200);
      bench.work();
      assertThat(bench.quarantined()).isEqualTo(1);
      assertThat(bench.stored() - bench.quarantined()).isZero();
      var texts = new ArrayList<String>();
      for (int contact = 1; contact <= 100; contact++) texts.addAll(bench.texts(contact));
      assertThat(texts).hasSize(999).doesNotHaveDuplicates();
    }
  }

  @Test
  default void theDoorAnswersOnlyWhoKnowsItsSecret() throws Exception {
    try (var bench = new Bench(dialect())) {
      var probe = new Probe("secret");
      var answer = bench.get("?" + Probe.PARAMETER + "=word");
      assertThat(answer.getContentAsString()).isEqualTo(probe.answer("word"));
      assertThat(new Probe("other").answer("word")).isNotEqualTo(probe.answer("word"));
      assertThat(bench.get("").getStatus()).isEqualTo(403);
    }
  }

  @Test
  default void whatTheWorkerFallsOverEachTimeIsKeptApart() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.post(dialect().wrote(1, 1, "vorher"));
      bench.post(dialect().wrote(1, 2, Poison.TEXT));
      bench.post(dialect().wrote(1, 3, "nachher"));
      bench.post(dialect().wrote(2, 4, "ein anderer"));
      for (int i = 0; i < 3; i++) bench.work();
      assertThat(bench.quarantined()).isEqualTo(1);
      assertThat(bench.stored() - bench.quarantined()).isZero();
      assertThat(bench.texts(1)).containsExactly("vorher", "nachher");
      assertThat(bench.texts(2)).containsExactly("ein anderer");
    }
  }

  @Test
  default void aRepetitionAfterItsRawRowIsForgottenIsStillTheSameMessage()
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.hears(1, 1, "Hallo");
      bench.now = bench.now.plus(Duration.ofDays(40));
      assertThat(bench.raw.forget(bench.now.minus(Duration.ofDays(30)))).isEqualTo(1);
      assertThat(bench.post(dialect().wrote(1, 1, "Hallo")).getStatus()).isEqualTo(200);
      assertThat(bench.stored()).isEqualTo(1); // nobody knows the call any more
      bench.work();
      assertThat(bench.texts(1)).containsExactly("Hallo");
    }
  }

  @Test
  default void textThatNoStoreCanHoldIsReplaced() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.hears(1, 1, "a\u0000b\ud83dc");
      assertThat(bench.texts(1)).singleElement().asString().startsWith("a").endsWith("c");
      assertThat(bench.texts(1).getFirst()).doesNotContain("\u0000", "\ud83d");
    }
  }

  @Test
  default void withoutADatabaseThePlatformIsAskedToComeAgain() {
    try (var bench = new Bench(dialect(), new Outage(), Duration.ofSeconds(20))) {
      var answer = bench.post(dialect().wrote(1, 1, "Hallo"));
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getHeader("Retry-After")).isNotBlank();
    }
  }

  /// A database that nobody reaches.
  final class Outage implements RawEvents {
    private final RawEvents memory = new MemoryRawEvents();

    @Override
    public boolean store(RawEvent event) {
      throw new LogUnavailable("database");
    }

    @Override
    public List<RawEvent> waiting(Line.Id line, int limit) {
      return memory.waiting(line, limit);
    }

    @Override
    public void done(List<RawEvent> events) {}

    @Override
    public void quarantine(RawEvent unreadable) {}

    @Override
    public int quarantined(Line.Id line) {
      return 0;
    }

    @Override
    public List<Trace> latest(Line.Id line, State state, int limit) {
      return memory.latest(line, state, limit);
    }

    @Override
    public Optional<RawEvent> inQuarantine(Line.Id line, String key) {
      return memory.inQuarantine(line, key);
    }

    @Override
    public boolean again(Line.Id line, String key) {
      return memory.again(line, key);
    }

    @Override
    public boolean discard(Line.Id line, String key) {
      return memory.discard(line, key);
    }

    @Override
    public int forget(Instant before) {
      return 0;
    }
  }
}
