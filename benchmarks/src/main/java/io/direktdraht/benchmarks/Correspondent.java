package io.direktdraht.benchmarks;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A customer whose every question is stored and answered through the product's own log, without a
/// socket and without a bot.
final class Correspondent {
  private static final Line.Id WEB = new Line.Id("web");
  private static final String QUESTION = "wie lange kann ich zurückgeben";
  private static final String ANSWER =
      "Sie haben 30 Tage Zeit, gerechnet ab dem Tag der Lieferung. Die Ware soll unbenutzt sein.";
  private final String visitor = UUID.randomUUID().toString();

  static JdbcLog log(Database database, MeterRegistry meters) {
    return new JdbcLog(
        database,
        new JdbcLog.Surroundings(
            Lines.of(new Line(WEB, "web", false)),
            IntakeRules.DEFAULT,
            new LocalSignals(),
            InstantSource.system(),
            meters));
  }

  /// Two durable appends.
  void turn(JdbcLog log) {
    var now = Instant.now();
    var key = visitor + ":" + UUID.randomUUID();
    var admission = log.receive(new Inbound(WEB, visitor, key, Content.text(QUESTION), "de", now));
    var conversation = admission.conversation();
    var answer = new Message(new Author.Bot(), WEB, Content.text(ANSWER), null);
    var appended =
        log.append(
            new Append(
                conversation.id(),
                new Append.Condition.Speaking(
                    Owed.Kind.TURN, admission.seq(), conversation.epoch()),
                List.of(
                    new ConversationEvent.TurnDecided(turn(admission.seq()), now),
                    new ConversationEvent.MessageSent(answer, now))));
    if (!(appended instanceof Appended.Done)) throw new IllegalStateException("" + appended);
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
