package io.direktdraht.console.view;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.shop.Orders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// A context of a conversation whose beginning is long ago.
class LongHistoryTest {
  private final Offices office = new Offices();
  private final ViewPorts ports = office.views(_ -> new Orders.Lookup.NotFound());

  @Test
  void theBriefIsWholeHoweverMuchFollowed() {
    var seen = office.received();
    office.append(seen, annoyed());
    office.append(seen, said(new Author.Bot(), WEB, "Guten Tag, ein Bot.\n\nSie ist unterwegs."));
    office.append(seen, handoff());
    office.workplace.claim(seen.id(), ANNA);
    for (int i = 0; i < 400; i++) office.append(seen, note("Notiz " + i));
    office.append(seen, new ConversationEvent.Resolved(Outcome.SOLVED_BY_AGENT, ANA, NINE));
    var context = new Contexts(ports).of(seen.id()).orElseThrow();
    assertThat(String.valueOf(context.get("brief")))
        .contains("rule=human_wish")
        .contains("text=Hallo")
        .contains("text=Sie ist unterwegs.")
        .contains("words=[Frechheit]")
        .contains("value=LH-402915");
    assertThat((List<?>) context.get("events")).hasSize(200);
  }

  @Test
  void whatABriefCostsDoesNotGrowWithTheHistory() {
    var seen = office.waiting();
    for (int i = 0; i < 1000; i++) office.append(seen, note("Notiz " + i));
    var read = new AtomicLong();
    assertThat(new Contexts(reading(read)).of(seen.id())).isPresent();
    assertThat(read.get()).isPositive().isLessThan(500);
  }

  /// The same log, counting the events that are read.
  private ViewPorts reading(AtomicLong read) {
    var log =
        new ConversationLog() {
          @Override
          public Appended append(Append append) {
            return ports.log().append(append);
          }

          @Override
          public List<Recorded> read(ConversationId conversation, long after, int limit) {
            var events = ports.log().read(conversation, after, limit);
            read.addAndGet(events.size());
            return events;
          }

          @Override
          public Optional<Recorded> received(Line.Id line, String key) {
            return ports.log().received(line, key);
          }
        };
    return new ViewPorts(
        log,
        ports.conversations(),
        ports.cursors(),
        ports.orders(),
        ports.customers(),
        ports.accounts(),
        ports.desk(),
        ports.lines(),
        ports.ways(),
        ports.directory());
  }

  private static ConversationEvent annoyed() {
    var understood =
        new Turn.Understood("de", List.of(), List.of(), false, -0.8, List.of("Frechheit"));
    var dialogue = Turn.Dialogue.fresh(1, "de", Map.of("order_number", "LH-402915"));
    return new ConversationEvent.TurnDecided(
        new Turn("act", "order_status", understood, dialogue, "v1", 1, 1), NINE);
  }
}
