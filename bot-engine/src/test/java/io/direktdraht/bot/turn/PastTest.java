package io.direktdraht.bot.turn;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Logs;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastTest {
  private final LogPorts ports = Memories.ports(new LocalSignals());
  private final Happenings happenings = new Happenings(ports.log());
  private final String sender = Logs.fresh();
  private @Nullable Conversation conversation;

  @Test
  void whoWritesForTheFirstTimeHasNone() {
    writes(NINE);
    assertThat(past(NINE)).isEqualTo(new Past(0, 1, 1, Map.of(), -1));
  }

  @Test
  void aMatterCountsOncePerVisitAndNotForTheVisitThatGoesOn() {
    about("refund_status", hoursAgo(50));
    about("refund_status", hoursAgo(50).plusSeconds(60));
    about("order_status", hoursAgo(50).plusSeconds(90));
    about("refund_status", hoursAgo(26));
    about("refund_status", NINE.minusSeconds(60));
    assertThat(past(NINE).matters()).isEqualTo(Map.of("refund_status", 2L, "order_status", 1L));
  }

  @Test
  void whatIsOlderThanSevenDaysDoesNotCount() {
    about("refund_status", hoursAgo(24 * 7 + 1));
    about("refund_status", hoursAgo(24 * 7 - 1));
    assertThat(past(NINE).matters()).isEqualTo(Map.of("refund_status", 1L));
  }

  @Test
  void countsTheMessagesOfADay() {
    writes(hoursAgo(25));
    writes(hoursAgo(23));
    writes(NINE);
    assertThat(past(NINE).messagesLast24h()).isEqualTo(2);
  }

  @Test
  void knowsWhenAPersonWroteLast() {
    writes(hoursAgo(2));
    var ana = new Author.Agent(new AgentId("ana"), "Ana");
    var message = new Message(ana, WEB, Content.text("Guten Tag"), null);
    append(new ConversationEvent.MessageSent(message, hoursAgo(1)));
    assertThat(past(NINE).minutesSinceHuman()).isEqualTo(60);
  }

  @Test
  void whatFollowsIsAddedToWhatWasKnown() {
    about("refund_status", hoursAgo(50));
    assertThat(past(hoursAgo(40)).matters()).isEqualTo(Map.of("refund_status", 1L));
    about("refund_status", hoursAgo(26));
    about("order_status", hoursAgo(26));
    assertThat(past(NINE)).isEqualTo(afresh(NINE));
    assertThat(past(NINE).matters()).isEqualTo(Map.of("refund_status", 2L, "order_status", 1L));
    for (int i = 0; i < 150; i++) about("delivery_time", hoursAgo(20).plusSeconds(i));
    assertThat(past(NINE)).isEqualTo(afresh(NINE));
    assertThat(past(NINE).matters()).isEqualTo(Map.of("delivery_time", 1L));
  }

  @Test
  void readsOnlyWhatFollowed() {
    var asked = new ArrayList<Long>();
    var counted = new Happenings(new Asked(ports.log(), asked));
    about("refund_status", hoursAgo(2));
    Past.of(now(), ports.conversations(), counted, NINE);
    Past.of(now(), ports.conversations(), counted, NINE);
    long before = now().lastSeq();
    about("refund_status", hoursAgo(1));
    Past.of(now(), ports.conversations(), counted, NINE);
    assertThat(asked).containsExactly(0L, before);
    long then = now().lastSeq();
    about("refund_status", hoursAgo(1));
    var news = ports.log().read(now().id(), then, 10);
    counted.follow(news.subList(1, 2)); // something came before it: it must be read
    counted.follow(news);
    assertThat(Past.of(now(), ports.conversations(), counted, NINE)).isEqualTo(afresh(NINE));
    assertThat(asked).containsExactly(0L, before);
  }

  /// Writes down after which place it was asked to read.
  private record Asked(ConversationLog log, List<Long> after) implements ConversationLog {
    @Override
    public Appended append(Append append) {
      return log.append(append);
    }

    @Override
    public List<Recorded> read(ConversationId conversation, long after, int limit) {
      this.after.add(after);
      return log.read(conversation, after, limit);
    }

    @Override
    public Optional<Recorded> received(Line.Id line, String key) {
      return log.received(line, key);
    }
  }

  private Past afresh(Instant at) {
    return Past.of(now(), ports.conversations(), new Happenings(ports.log()), at);
  }

  private void about(String intent, Instant at) {
    writes(at);
    var understood = new Turn.Understood("de", List.of(), List.of(), false, 0, List.of());
    var dialogue = Turn.Dialogue.fresh(1, "de", Map.of());
    append(
        new ConversationEvent.TurnDecided(
            new Turn("answer", intent, understood, dialogue, "v1", now().lastSeq(), 1), at));
  }

  private void writes(Instant at) {
    conversation =
        ports
            .intake()
            .receive(new Inbound(WEB, sender, Logs.fresh(), Content.text("x"), "de", at))
            .conversation();
  }

  private void append(ConversationEvent event) {
    ports.log().append(new Append(now().id(), new Append.Condition.Always(), List.of(event)));
  }

  private Conversation now() {
    if (conversation == null) throw new IllegalStateException("nothing was written yet");
    return ports.conversations().find(conversation.id()).orElseThrow();
  }

  private Past past(Instant at) {
    return Past.of(now(), ports.conversations(), happenings, at);
  }

  private static Instant hoursAgo(int hours) {
    return NINE.minus(Duration.ofHours(hours));
  }
}
