package io.direktdraht.server.crash;

import static io.direktdraht.server.crash.SlimPlatforms.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import io.direktdraht.conversation.Patience;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.inbox.RawEvents.Trace;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.JdbcRawEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every database promises to platforms that call all at once.
interface FloodContract {
  int MANY = 10_000;

  Database database();

  @Test
  default void tenThousandCallsInOneMomentAreAllStored() throws Exception {
    var clock = InstantSource.system();
    var signals = new LocalSignals();
    var around =
        new JdbcLog.Surroundings(
            SlimRooms.LINES, IntakeRules.DEFAULT, signals, clock, new SimpleMeterRegistry());
    var nowhere = URI.create("http://localhost:1/");
    var raw = new JdbcRawEvents(database());
    try (var log = new JdbcLog(database(), around);
        var door = new SlimPlatforms(database(), log, signals, clock, nowhere)) {
      assertThat(atOnce(MANY, i -> door.post(WHATSAPP, call(i)))).hasSize(MANY).containsOnly(200);
      Patience.until("all are understood", () -> raw.waiting(WHATSAPP.id(), 1).isEmpty());
      assertThat(raw.latest(WHATSAPP.id(), RawEvents.State.DONE, 2 * MANY))
          .extracting(Trace::key)
          .doesNotHaveDuplicates()
          .hasSize(MANY);
      assertThat(raw.quarantined(WHATSAPP.id())).isZero();
      // some of them again: none is new
      assertThat(atOnce(100, i -> door.post(WHATSAPP, call(i % 10)))).containsOnly(200);
      assertThat(raw.latest(WHATSAPP.id(), RawEvents.State.DONE, 2 * MANY)).hasSize(MANY);
    }
  }

  /// A reaction, so that the log has nothing to do.
  private static byte[] call(int number) {
    var wrote = new WhatsAppDialect().wrote(number % 500, number, "x");
    return wrote
        .replace("\"type\":\"text\"", "\"type\":\"reaction\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /// One call of a platform.
  interface Post {
    int status(int number) throws Exception;
  }

  private static List<Integer> atOnce(int calls, Post post) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var posted =
          IntStream.range(0, calls)
              .mapToObj(i -> threads.submit(waiting(start, () -> post.status(i))))
              .toList();
      start.countDown();
      var answers = new ArrayList<Integer>();
      for (var call : posted) answers.add(call.get());
      return answers;
    }
  }

  private static Callable<Integer> waiting(CountDownLatch start, Callable<Integer> call) {
    return () -> {
      start.await();
      return call.call();
    };
  }
}
