package io.direktdraht.benchmarks;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Fills a database with conversations of one answered question each, through the product's own
/// log.
final class Preload {
  private static final Line.Id WEB = new Line.Id("web");
  private static final int AT_ONCE = 500;
  private static final String QUESTION = "wie lange kann ich zurückgeben";
  private static final String ANSWER =
      "Sie haben 30 Tage Zeit, gerechnet ab dem Tag der Lieferung. Die Ware soll unbenutzt sein.";

  private Preload() {}

  /// How many were stored: all, or as many as fit into this time.
  static int fill(Database.Address address, int conversations, Duration longest)
      throws InterruptedException, ExecutionException {
    long until = System.nanoTime() + longest.toNanos();
    int stored = 0;
    var around =
        new JdbcLog.Surroundings(
            Lines.of(new Line(WEB, "web", false)),
            IntakeRules.DEFAULT,
            new LocalSignals(),
            InstantSource.system(),
            new SimpleMeterRegistry());
    try (var database = new Database(address);
        var log = new JdbcLog(database, around);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var worker : work(threads, log, conversations, until)) stored += worker.get();
    }
    return stored;
  }

  private static List<Future<Integer>> work(
      ExecutorService threads, JdbcLog log, int conversations, long until) {
    return IntStream.range(0, AT_ONCE)
        .mapToObj(worker ->
            threads.submit(() -> {
              int stored = 0;
              for (int i = worker; i < conversations; i += AT_ONCE) {
                if (System.nanoTime() - until > 0) break;
                converse(log);
                stored++;
              }
              return stored;
            }))
        .toList();
  }

  private static void converse(JdbcLog log) {
    var now = Instant.now();
    var visitor = UUID.randomUUID().toString();
    var question =
        new Inbound(
            WEB, visitor, visitor + ":" + UUID.randomUUID(), Content.text(QUESTION), "de", now);
    var admission = log.receive(question);
    var conversation = admission.conversation();
    var answer = new Message(new Author.Bot(), WEB, Content.text(ANSWER), null);
    log.append(
        new Append(
            conversation.id(),
            new Append.Condition.Speaking(Owed.Kind.TURN, admission.seq(), conversation.epoch()),
            List.of(
                new ConversationEvent.TurnDecided(turn(admission.seq()), now),
                new ConversationEvent.MessageSent(answer, now))));
  }

  private static Turn turn(long upTo) {
    var candidates = List.of(new Turn.Candidate("return_policy", "Rückgabefrist", 0.93));
    return new Turn(
        "Answer",
        "return_policy",
        new Turn.Understood("de", candidates, List.of(), false, 0, List.of()),
        new Turn.Dialogue(
            1, "de", Map.of(), null, 0, false, List.of("return_policy"), Turn.Mood.CALM),
        "preload",
        upTo,
        1);
  }
}
