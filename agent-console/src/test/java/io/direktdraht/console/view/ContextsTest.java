package io.direktdraht.console.view;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.AllEvents;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextsTest {
  private static final Order ORDER =
      new Order(
          "LH-402915",
          Order.Status.SHIPPED,
          LocalDate.of(2026, 11, 18),
          List.of(new Order.Item("Teekanne", 2)),
          "89.00 EUR",
          null,
          "DHL");
  private final Offices office = new Offices();
  private final Contexts contexts =
      new Contexts(
          office.views(number ->
              number.equals(ORDER.number())
                  ? new Orders.Lookup.Found(ORDER)
                  : new Orders.Lookup.NotFound()));

  @Test
  void hasEverythingThatTheProtocolNames() {
    var seen = office.waiting();
    var context = context(seen);
    assertThat(context.keySet())
        .containsExactly(
            "conversation",
            "contact",
            "orders",
            "earlier",
            "escalation",
            "slots",
            "mood",
            "promise",
            "cursors",
            "events");
    assertThat(part(context, "conversation").keySet())
        .contains(
            "id",
            "stage",
            "agent",
            "since",
            "due",
            "epoch",
            "lastSeq",
            "channel",
            "line",
            "openedAt",
            "language");
    assertThat(part(context, "contact").keySet())
        .containsExactly("id", "name", "email", "phone", "language", "since", "points");
    assertThat(context).containsEntry("promise", null);
    assertThat(context).containsEntry("cursors", Map.of("delivered", 0L, "read", 0L));
    assertThat(context).containsEntry("mood", Map.of("value", 0.0, "words", List.of()));
  }

  @Test
  void knowsNoConversationThatNeverWas() {
    assertThat(contexts.of(ConversationId.next(NINE))).isEmpty();
  }

  @Test
  void saysWhyTheBotLetGo() {
    assertThat(part(context(office.waiting()), "escalation"))
        .containsExactly(
            Map.entry("reason", "human_wish"),
            Map.entry("rule", "human_wish"),
            Map.entry("words", List.of("Mensch")),
            Map.entry("at", NINE.toString()));
    assertThat(context(office.received())).containsEntry("escalation", null);
  }

  @Test
  void showsEveryOrderThatWasNamedAndThatTheShopKnows() {
    var seen = office.waiting();
    office.append(seen, turn(0, List.of(), "LH-402915"), turn(0, List.of(), "LH-999999"));
    var context = context(seen);
    assertThat(list(context, "orders"))
        .singleElement()
        .satisfies(order ->
            assertThat(order)
                .containsEntry("number", "LH-402915")
                .containsEntry("status", "shipped")
                .containsEntry("placedOn", "2026-11-18")
                .containsEntry("items", List.of(Map.of("name", "Teekanne", "quantity", 2)))
                .containsEntry("total", "89.00 EUR")
                .containsEntry("deliveryOn", null)
                .containsEntry("carrier", "DHL"));
    assertThat(context).containsEntry("slots", Map.of("order_number", "LH-999999"));
  }

  @Test
  void theMoodFadesAndKeepsTheWordsOfTheWorst() {
    var seen = office.waiting();
    office.append(seen, turn(-0.8, List.of("Frechheit"), "LH-1"));
    assertThat(context(seen))
        .containsEntry("mood", Map.of("value", -0.8, "words", List.of("Frechheit")));
    office.append(seen, turn(0, List.of(), "LH-1"), turn(-0.1, List.of("naja"), "LH-1"));
    assertThat(context(seen))
        .containsEntry("mood", Map.of("value", -0.2, "words", List.of("Frechheit")));
  }

  @Test
  void showsThePromiseUntilItIsKept() {
    var seen = office.waiting();
    var promise = PromiseId.next(NINE);
    var due = NINE.plusSeconds(3600);
    office.append(
        seen,
        new ConversationEvent.PromiseMade(promise, due, NINE),
        new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, "eva@example.org", NINE));
    assertThat(part(context(seen), "promise"))
        .containsEntry("id", promise.toString())
        .containsEntry("due", due.toString())
        .containsEntry("email", "eva@example.org");
    assertThat(part(context(seen), "conversation"))
        .containsEntry("since", NINE.toString())
        .containsEntry("due", due.toString());
    office.workplace.claim(seen.id(), ANNA);
    assertThat(context(seen).get("promise")).isNotNull();
    office.workplace.answer(seen.id(), ANNA, "Da bin ich", fresh());
    assertThat(context(seen)).containsEntry("promise", null);
  }

  @Test
  void namesEarlierConversationsOfTheSameContact() {
    var sender = fresh();
    var first = office.ports.intake().receive(hello(WEB, sender, fresh())).conversation();
    office.append(first, new ConversationEvent.Resolved(Outcome.SOLVED_BY_AGENT, ANA, NINE));
    var later = NINE.plus(Duration.ofDays(3));
    var second = office.ports.intake().receive(hello(WEB, sender, fresh(), later)).conversation();
    assertThat(list(context(second), "earlier"))
        .containsExactly(
            Map.of(
                "id", first.id().toString(),
                "openedAt", NINE.toString(),
                "channel", "web",
                "outcome", "SolvedByAgent",
                "lastText", "Hallo"));
  }

  @Test
  void everyKindOfEventHasItsView() {
    var seen = office.received();
    for (var event : AllEvents.everyKind(seen.lastSeq())) office.append(seen, event);
    var views = contexts.events(seen.id(), seen.lastSeq());
    assertThat(views)
        .extracting("kind")
        .containsExactly(
            "message",
            "turn",
            "message",
            "sendFailed",
            "handoff",
            "promise",
            "withdrawn",
            "joined",
            "message",
            "note",
            "transferred",
            "message",
            "returned",
            "promiseKept",
            "joined",
            "requeued",
            "promiseBroken",
            "judged",
            "detail",
            "resolved",
            "reopened");
    assertThat(views).allSatisfy(view -> assertThat(view).containsKeys("seq", "at"));
    assertThat(views.get(3)).containsEntry("class", "ambiguous").containsEntry("reason", "reset");
    assertThat(views.get(8))
        .containsEntry("author", Map.of("kind", "agent", "name", "Ana", "agent", "ana"));
    assertThat(views.get(1)).containsEntry("mood", -0.5).containsEntry("failures", 1);
  }

  @Test
  void showsTheNewestTwoHundredEvents() {
    var seen = office.waiting();
    for (int i = 0; i < 250; i++) office.append(seen, note("Notiz " + i));
    var context = context(seen);
    assertThat(list(context, "events")).hasSize(200);
    assertThat(list(context, "events").getLast()).containsEntry("text", "Notiz 249");
  }

  private Map<String, Object> context(Conversation seen) {
    return contexts.of(seen.id()).orElseThrow();
  }

  private static ConversationEvent turn(double mood, List<String> words, String number) {
    var entity = new Turn.Entity("order_number", number);
    var understood = new Turn.Understood("de", List.of(), List.of(entity), false, mood, words);
    var slots = Map.of("order_number", number);
    var dialogue = Turn.Dialogue.fresh(1, "de", slots);
    return new ConversationEvent.TurnDecided(
        new Turn("answer", "greeting", understood, dialogue, "v1", 1, 1), NINE);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> context, String name) {
    return (Map<String, Object>) context.get(name);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> context, String name) {
    return (List<Map<String, Object>>) context.get(name);
  }
}
