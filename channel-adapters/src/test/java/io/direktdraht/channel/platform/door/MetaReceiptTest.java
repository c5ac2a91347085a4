package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.messenger.MessengerDialect;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.log.Cursors.Cursor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What Messenger tells by times and Instagram by ids.
class MetaReceiptTest {
  @Test
  void aTimeReachesWhatWasSentUntilThen() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      long first = said(bench, "eins");
      var then = bench.now;
      bench.now = bench.now.plusSeconds(60);
      long second = said(bench, "zwei");
      bench.post(MessengerDialect.reached(1, "read", then));
      bench.post(MessengerDialect.reached(1, "delivery", bench.now));
      bench.work();
      assertThat(bench.cursor(1)).isEqualTo(new Cursor(second, first));
      bench.post(MessengerDialect.reached(1, "delivery", then.minusSeconds(1)));
      bench.post(MessengerDialect.reached(7, "read", bench.now)); // who never wrote
      bench.work();
      assertThat(bench.cursor(1)).isEqualTo(new Cursor(second, first));
      assertThat(bench.quarantined()).isZero();
    }
  }

  @Test
  void whatTheTimeIsNotToldOfIsNotReached() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      long first = said(bench, "eins");
      bench.says(bench.conversation(1), "noch nicht bei Meta");
      bench.now = bench.now.plusSeconds(60);
      bench.post(MessengerDialect.reached(1, "read", bench.now));
      bench.work();
      assertThat(bench.cursor(1)).isEqualTo(new Cursor(first, first));
    }
  }

  @Test
  void anIdReachesItsMessage() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.INSTAGRAM))) {
      long first = said(bench, "eins");
      long second = said(bench, "zwei");
      bench.post(
          MessengerDialect.reached(1, "delivery", "\"mids\":[\"m_x\",\"m_2\"],\"watermark\":1"));
      bench.post(MessengerDialect.reached(1, "read", "\"mid\":\"m_1\""));
      bench.work();
      assertThat(bench.cursor(1)).isEqualTo(new Cursor(second, first));
      bench.post(MessengerDialect.reached(1, "read", "\"mid\":\"of Meta's inbox\""));
      bench.work();
      assertThat(bench.cursor(1)).isEqualTo(new Cursor(second, first));
      assertThat(bench.quarantined()).isZero();
    }
  }

  @Test
  void anEchoEndsADoubtOnce() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.platform.next(new Reaction.TakesAndBreaks(Fault.EMPTY_RESPONSE));
      bench.carryOnce();
      assertThat(bench.failures(1)).containsExactly("ambiguous");
      var echo = MessengerDialect.echo(bench.platform.accepted().getLast());
      bench.post(echo);
      bench.post(echo + " ");
      bench.work();
      assertThat(bench.confirmed(1)).isEqualTo(1);
      long second = said(bench, "zwei");
      bench.post(MessengerDialect.echo(bench.platform.accepted().getLast()));
      bench.work();
      assertThat(bench.confirmed(1)).isEqualTo(1);
      assertThat(bench.cursor(1).delivered()).isLessThan(second); // taken is not yet delivered
    }
  }

  @Test
  void onlyWhatComesAfterTheWindowIsTagged() throws InterruptedException {
    try (var bench = new Bench(new MessengerDialect(Network.MESSENGER))) {
      var ana = new Author.Agent(new AgentId("ana"), "Ana");
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, ana, Content.text("gleich"));
      bench.carryOnce();
      bench.now = bench.now.plus(Duration.ofDays(2));
      bench.says(seen, ana, Content.text("später"));
      bench.carryOnce();
      assertThat(bench.platform.accepted())
          .extracting(
              call -> call.path("messaging_type").asString(), call -> call.path("tag").asString(""))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("RESPONSE", ""),
              org.assertj.core.groups.Tuple.tuple("MESSAGE_TAG", "HUMAN_AGENT"));
    }
  }

  /// Its place in the log, once Meta has it.
  private static long said(Bench bench, String text) throws InterruptedException {
    if (bench.log.latest(bench.line(), "psid-1").isEmpty()) bench.hears(1, 1, "Hallo");
    bench.says(bench.conversation(1), text);
    long place = bench.conversation(1).lastSeq();
    bench.carryOnce();
    return place;
  }
}
