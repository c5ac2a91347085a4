package io.direktdraht.console.view;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.direktdraht.console.Offices;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.AllEvents;
import io.direktdraht.conversation.shop.Customers;
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

  /// In the order of {@link AllEvents}.
  private static final List<String> KINDS =
      List.of(
          ("sendFailed sendConfirmed edited messageWithdrawn reach elsewhere detail fact factsConfirmed"
                  + " contactJoined forwarded contactParted message turn message handoff promise withdrawn joined message"
                  + " note transferred message returned promiseKept joined requeued promiseBroken"
                  + " judged standingAsked resolved reopened")
              .split(" "));

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
            "conversation", "contact", "ways", "brief", "orders", "earlier", "cursors", "events");
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
        .containsExactly(
            "id", "name", "named", "tier", "email", "phone", "language", "since", "points");
    assertThat(part(context, "brief").keySet())
        .containsExactly(
            "goal",
            "facts",
            "words",
            "tried",
            "misunderstood",
            "mood",
            "why",
            "passed",
            "promises");
    assertThat(context).containsEntry("cursors", Map.of("delivered", 0L, "read", 0L));
  }

  @Test
  void knowsNoConversationThatNeverWas() {
    assertThat(contexts.of(ConversationId.next(NINE))).isEmpty();
  }

  @Test
  void saysWhyTheBotLetGo() {
    assertThat(why(office.waiting()))
        .containsExactly(
            Map.of(
                "reason",
                "human_wish",
                "rule",
                "human_wish",
                "words",
                List.of("Mensch"),
                "at",
                NINE.toString()));
    assertThat(why(office.received())).isEmpty();
  }

  @Test
  void namesTheTierThatTheShopKnows() {
    office.standing = new Customers.Standing("gold", 0);
    assertThat(part(context(office.waiting()), "contact")).containsEntry("tier", "gold");
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
    assertThat(list(part(context, "brief"), "facts"))
        .extracting("fact", "value")
        .containsExactly(tuple("order_number", "LH-999999"));
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
    assertThat(promises(seen))
        .containsExactly(
            Map.of(
                "id",
                promise.toString(),
                "due",
                due.toString(),
                "what",
                "answer",
                "state",
                "open"));
    assertThat(part(context(seen), "contact")).containsEntry("email", "eva@example.org");
    assertThat(part(context(seen), "conversation"))
        .containsEntry("since", NINE.toString())
        .containsEntry("due", due.toString());
    office.workplace.claim(seen.id(), ANNA);
    assertThat(promises(seen)).extracting("state").containsExactly("open");
    office.workplace.answer(seen.id(), ANNA, "Da bin ich", fresh());
    assertThat(promises(seen)).extracting("state").containsExactly("kept");
  }

  @Test
  void namesEarlierConversationsOfTheSameContact() {
    var sender = fresh();
    var first = office.ports.intake().receive(hello(WEB, sender, fresh())).conversation();
    office.append(first, about("delivery_damaged", "Beschädigt angekommen"));
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
                "about", "Beschädigt angekommen",
                "lastText", "Hallo"));
  }

  @Test
  void everyKindOfEventHasItsView() {
    var seen = office.received();
    for (var event : AllEvents.everyKind(seen.lastSeq())) office.append(seen, event);
    var views = contexts.events(seen.id(), seen.lastSeq());
    assertThat(views).extracting("kind").containsExactlyElementsOf(KINDS);
    assertThat(views).allSatisfy(view -> assertThat(view).containsKeys("seq", "at"));
    assertThat(views.get(0)).containsEntry("class", "ambiguous").containsEntry("reason", "reset");
    assertThat(views.get(19))
        .containsEntry("author", Map.of("kind", "agent", "name", "Ana", "agent", "ana"));
    assertThat(views.get(4)).containsEntry("reachable", false).containsEntry("line", WEB.value());
    assertThat(views.get(5)).containsEntry("elsewhere", false).containsEntry("agent", "ana");
    assertThat(views.get(9))
        .containsEntry("proof", "agent")
        .containsEntry("agent", "ana")
        .containsEntry("channel", "rasa");
    assertThat(views.get(13)).containsEntry("mood", -0.5).containsEntry("failures", 1);
  }

  @Test
  void showsTheNewestTwoHundredEvents() {
    var seen = office.waiting();
    for (int i = 0; i < 250; i++) office.append(seen, note("Notiz " + i));
    var context = context(seen);
    assertThat(list(context, "events")).hasSize(200);
    assertThat(list(context, "events").getLast()).containsEntry("text", "Notiz 249");
  }

  private List<Map<String, Object>> why(Conversation seen) {
    return list(part(context(seen), "brief"), "why");
  }

  private List<Map<String, Object>> promises(Conversation seen) {
    return list(part(context(seen), "brief"), "promises");
  }

  private static ConversationEvent about(String intent, String title) {
    var candidate = new Turn.Candidate(intent, title, 0.9);
    var understood = new Turn.Understood("de", List.of(candidate), List.of(), false, 0, List.of());
    return new ConversationEvent.TurnDecided(
        new Turn("answer", intent, understood, Turn.Dialogue.fresh(1, "de", Map.of()), "v1", 1, 1),
        NINE);
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
        new Turn("act", "order_status", understood, dialogue, "v1", 1, 1), NINE);
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
