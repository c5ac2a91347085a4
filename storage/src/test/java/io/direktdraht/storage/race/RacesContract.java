package io.direktdraht.storage.race;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogContract;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.storage.history.Body;
import io.direktdraht.storage.history.History;
import io.direktdraht.storage.history.HistoryChecker;
import io.direktdraht.storage.history.Operation;
import io.direktdraht.storage.history.Stored;
import io.direktdraht.storage.jdbc.JdbcLog;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Races that every database must decide the same way.
interface RacesContract {
  int TAKE_OVERS = 1000;

  JdbcLog log();

  @Test
  default void neverLetsTheBotSpeakAfterAPersonTookOver() {
    long seed = new Random().nextLong();
    System.out.println("take-overs, seed " + seed);
    var random = new Random(seed);
    var pauses = IntStream.range(0, 2 * TAKE_OVERS).map(_ -> random.nextInt(4000)).toArray();
    var history = new History();
    var all = LogContract.together(TAKE_OVERS, i -> written(history, i));
    var results =
        LogContract.together(
            2 * TAKE_OVERS,
            i -> {
              var seen = all.get(i / 2);
              LockSupport.parkNanos(1000L * pauses[i]); // a slow bot, a slow hand
              return log().append(i % 2 == 0 ? botAnswer(seen, "gern") : claim(seen, ANA));
            });
    check(history, all);
    for (int i = 0; i < TAKE_OVERS; i++) {
      assertThat(results.get(2 * i + 1)).isInstanceOf(Appended.Done.class);
      assertThat(log().places(Owed.Kind.TURN, all.get(i).id())).isEmpty();
    }
    var late = results.stream().filter(Appended.Refused.class::isInstance).count();
    System.out.println("answers that came too late: " + late + " of " + TAKE_OVERS);
    assertThat(late).as("races that the person won").isBetween(1L, TAKE_OVERS - 1L);
  }

  @Test
  default void takesAHundredMessagesOnceThoughEachComesTenTimesAtOnce() {
    var history = new History();
    var senders = IntStream.range(0, 20).mapToObj(_ -> fresh()).toList();
    var bodies =
        IntStream.range(0, 100).mapToObj(i -> Body.next("tenfold", "c" + i % 20, i)).toList();
    var admissions =
        LogContract.together(
            1000,
            i -> {
              var body = bodies.get(i % 100);
              history.invoke(Operation.Kind.WIDGET_SEND, body);
              var admission = log().receive(inbound(senders.get(i % 20), body));
              history.ok(Operation.Kind.WIDGET_SEND, body);
              return admission;
            });
    assertThat(admissions.stream().filter(admission -> !admission.repeated())).hasSize(100);
    for (int i = 0; i < 100; i++) {
      var places = new TreeSet<Long>();
      for (int copy = i; copy < 1000; copy += 100) places.add(admissions.get(copy).seq());
      assertThat(places).as("places of message " + i).hasSize(1);
    }
    var conversations = admissions.stream().map(a -> a.conversation()).distinct().toList();
    assertThat(conversations.stream().map(Conversation::id).distinct()).hasSize(20);
    check(history, conversations);
  }

  @Test
  default void givesAMessageThatArrivesWhileAPersonTakesOverToThatPerson() {
    var history = new History();
    var senders = IntStream.range(0, 100).mapToObj(_ -> fresh()).toList();
    var all =
        senders.stream()
            .map(sender -> log().receive(hello(WEB, sender, fresh())).conversation())
            .toList();
    LogContract.together(
        200,
        i -> {
          if (i % 2 == 0) return log().append(claim(all.get(i / 2), ANA));
          var body = history.invoke(Operation.Kind.WIDGET_SEND, Body.next("meanwhile", "c", i));
          var admission = log().receive(inbound(senders.get(i / 2), body));
          history.ok(Operation.Kind.WIDGET_SEND, body);
          return admission;
        });
    check(history, all);
    for (var seen : all) {
      assertThat(log().find(seen.id()).orElseThrow().stage().owner()).contains(ANA);
      assertThat(log().places(Owed.Kind.TURN, seen.id())).isEmpty();
    }
  }

  private Conversation written(History history, int number) {
    var body = history.invoke(Operation.Kind.WIDGET_SEND, Body.next("race", "c" + number, number));
    var admission = log().receive(inbound(fresh(), body));
    history.ok(Operation.Kind.WIDGET_SEND, body);
    return admission.conversation();
  }

  private void check(History history, List<Conversation> conversations) {
    var logs = new HashMap<String, List<Stored>>();
    for (var seen : conversations)
      logs.put(
          seen.id().toString(),
          log().read(seen.id(), 0, 10_000).stream().map(one -> Stored.of(one, LINES)).toList());
    HistoryChecker.check(history, logs).holds();
  }

  static Inbound inbound(String sender, Body body) {
    return new Inbound(
        WEB, sender, body.id().toString(), Content.text(body.toString()), "de", NINE);
  }
}
