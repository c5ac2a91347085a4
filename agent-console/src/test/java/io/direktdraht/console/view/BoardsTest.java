package io.direktdraht.console.view;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.shop.Orders;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoardsTest {
  private final Offices office = new Offices();
  private final Boards boards = new Boards(office.views(_ -> new Orders.Lookup.NotFound()));

  @Test
  void aRowHasEverythingThatTheProtocolNames() {
    office.waiting();
    var names =
        "id contact channel line language stage agent since due reason rule words team priority"
            + " promise lastText lastAuthor lastAt lastSeq unread";
    assertThat(row("waiting").keySet()).containsExactly(names.split(" ", -1));
  }

  @Test
  void aRowSaysWhoWaitsSinceWhenAndWhy() {
    var seen = office.waiting();
    var row = row("waiting");
    assertThat(row)
        .containsEntry("id", seen.id().toString())
        .containsEntry("channel", "web")
        .containsEntry("line", "web")
        .containsEntry("language", "de")
        .containsEntry("stage", "waiting")
        .containsEntry("agent", null)
        .containsEntry("since", NINE.toString())
        .containsEntry("due", null)
        .containsEntry("reason", "human_wish")
        .containsEntry("rule", "human_wish")
        .containsEntry("words", List.of("Mensch"))
        .containsEntry("lastText", "Hallo")
        .containsEntry("lastAuthor", "contact")
        .containsEntry("lastAt", NINE.toString())
        .containsEntry("lastSeq", seen.lastSeq())
        .containsEntry("unread", 1L);
    var id = seen.contact().toString();
    assertThat(row.get("contact"))
        .isEqualTo(Map.of("id", id, "name", "Besucher " + id.substring(id.length() - 4)));
  }

  @Test
  void aPromisedRowSaysSinceWhenSomebodyWaitsAndUntilWhenItIsDue() {
    var seen = office.waiting();
    office.now = NINE.plusSeconds(60);
    var due = NINE.plusSeconds(3600);
    office.append(seen, new ConversationEvent.PromiseMade(PromiseId.next(NINE), due, office.now));
    assertThat(row("promised"))
        .containsEntry("stage", "promised")
        .containsEntry("since", NINE.toString())
        .containsEntry("due", due.toString())
        .containsEntry("reason", "human_wish");
  }

  @Test
  void theLongestWaitIsFirstAndTheSoonestPromise() {
    var early = office.waiting();
    office.now = NINE.plusSeconds(60);
    var late = office.waiting();
    assertThat(ids("waiting")).containsExactly(early.id().toString(), late.id().toString());
    promise(early, 7200);
    promise(late, 3600);
    assertThat(ids("promised")).containsExactly(late.id().toString(), early.id().toString());
  }

  @Test
  void eachAgentSeesTheirOwnAndEverybodysLoad() {
    var anas = office.waiting();
    var bens = office.waiting();
    office.workplace.claim(anas.id(), ANNA);
    office.workplace.claim(bens.id(), BERND);
    office.presence.connected(ANNA.id());
    office.presence.say(BERND.id(), false);
    var both = boards.of(List.of(ANNA, BERND));
    assertThat(rows(both.get(ANNA), "mine")).extracting("id").containsExactly(anas.id().toString());
    assertThat(rows(both.get(BERND), "mine"))
        .extracting("id")
        .containsExactly(bens.id().toString());
    assertThat(rows(both.get(ANNA), "mine").getFirst()).containsEntry("agent", "ana");
    assertThat(rows(both.get(ANNA), "colleagues"))
        .containsExactly(colleague("ana", "Ana Berger", true), colleague("ben", "Ben Kurz", false));
    assertThat(rows(both.get(ANNA), "teams"))
        .containsExactly(
            Map.of("name", "returns", "available", 0), Map.of("name", "service", "available", 1));
    assertThat(both.get(ANNA)).containsEntry("me", Map.of("available", true));
    assertThat(both.get(BERND)).containsEntry("me", Map.of("available", false));
  }

  @Test
  void whatTheTeamReadIsNoLongerUnread() {
    var seen = office.waiting();
    assertThat(row("waiting")).containsEntry("unread", 1L);
    office.cursors.advance(
        seen.id(), Cursors.Side.TEAM, new Cursors.Cursor(seen.lastSeq(), seen.lastSeq()));
    assertThat(row("waiting")).containsEntry("unread", 0L);
  }

  @Test
  void howFarTheTeamHasReadIsAskedOnceForAllRows() {
    for (int i = 0; i < 5; i++) office.waiting();
    office.received();
    office.workplace.claim(office.waiting().id(), ANNA);
    office.workplace.claim(office.waiting().id(), BERND);
    var counting = new Counting(office.cursors);
    new Boards(over(counting)).of(List.of(ANNA, BERND));
    assertThat(counting.asked()).hasValue(1);
  }

  private ViewPorts over(Cursors cursors) {
    var ports = office.views(_ -> new Orders.Lookup.NotFound());
    return new ViewPorts(
        ports.log(),
        ports.conversations(),
        cursors,
        ports.orders(),
        ports.customers(),
        ports.accounts(),
        ports.desk(),
        ports.lines(),
        ports.ways(),
        ports.directory());
  }

  private record Counting(Cursors cursors, AtomicInteger asked) implements Cursors {
    Counting(Cursors cursors) {
      this(cursors, new AtomicInteger());
    }

    @Override
    public Cursor of(ConversationId conversation, Side side) {
      asked.incrementAndGet();
      return cursors.of(conversation, side);
    }

    @Override
    public Map<ConversationId, Cursor> of(Collection<ConversationId> conversations, Side side) {
      asked.incrementAndGet();
      return cursors.of(conversations, side);
    }

    @Override
    public Cursor advance(ConversationId conversation, Side side, Cursor to) {
      return cursors.advance(conversation, side, to);
    }
  }

  @Test
  void theNewestTwentyThatTheBotServesAreShown() {
    for (int i = 0; i < 25; i++) {
      office.now = NINE.plusSeconds(i);
      office.received();
    }
    var served = rows(boards.of(List.of(ANNA)).get(ANNA), "withBot");
    assertThat(served).hasSize(20);
    assertThat(served.getFirst()).containsEntry("lastAt", NINE.plusSeconds(24).toString());
  }

  private void promise(Conversation seen, long seconds) {
    var due = NINE.plusSeconds(seconds);
    office.append(seen, new ConversationEvent.PromiseMade(PromiseId.next(NINE), due, office.now));
  }

  private Map<String, Object> row(String list) {
    return rows(boards.of(List.of(ANNA)).get(ANNA), list).getFirst();
  }

  private List<String> ids(String list) {
    return rows(boards.of(List.of(ANNA)).get(ANNA), list).stream()
        .map(row -> String.valueOf(row.get("id")))
        .toList();
  }

  /// Here, with one conversation.
  private static Map<String, Object> colleague(String name, String displayName, boolean available) {
    var known = Map.of("name", name, "displayName", displayName, "conversations", 1L);
    var colleague = new HashMap<String, Object>(known);
    colleague.putAll(Map.of("available", available, "here", true));
    return colleague;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, ?> board, String list) {
    return (List<Map<String, Object>>) board.get(list);
  }
}
