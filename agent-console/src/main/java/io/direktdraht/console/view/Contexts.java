package io.direktdraht.console.view;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.shop.Order;
import io.direktdraht.conversation.shop.Orders;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything an agent needs about one conversation, in one answer.
public final class Contexts {
  private static final String ORDER_NUMBER = "order_number";
  private static final int NEWEST = 200;
  private static final int PAGE = 500;
  private static final int EARLIER = 10;
  private final ViewPorts ports;
  private final EventView events;

  public Contexts(ViewPorts ports) {
    this.ports = ports;
    this.events = new EventView(ports.lines());
  }

  public Optional<Map<String, @Nullable Object>> of(ConversationId id) {
    return ports.conversations().find(id).map(this::of);
  }

  public List<Map<String, @Nullable Object>> events(ConversationId id, long after) {
    return events.of(ports.log().read(id, after, PAGE));
  }

  private Map<String, @Nullable Object> of(Conversation conversation) {
    var contact = ports.conversations().contact(conversation.contact()).orElseThrow();
    var newest =
        ports.log().read(conversation.id(), Math.max(0, conversation.lastSeq() - NEWEST), NEWEST);
    var slots = slots(newest);
    var cursor = ports.cursors().of(conversation.id(), Side.CONTACT);
    return Fields.of("conversation", conversation(conversation, contact))
        .with("contact", contact(contact))
        .with("orders", orders(newest, slots))
        .with("earlier", earlier(conversation))
        .with("escalation", escalation(newest))
        .with("slots", slots)
        .with("mood", mood(newest))
        .with("promise", promise(conversation.stage(), contact))
        .with("cursors", Map.of("delivered", cursor.delivered(), "read", cursor.read()))
        .with("events", events.of(newest))
        .map();
  }

  private Map<String, @Nullable Object> conversation(Conversation conversation, Contact contact) {
    var stage = conversation.stage();
    return Fields.of("id", conversation.id())
        .with("stage", Boards.stage(stage))
        .with("agent", stage.owner().orElse(null))
        .with("since", Boards.since(conversation))
        .with("due", stage instanceof Stage.Promised promised ? promised.due() : null)
        .with(
            "outcome",
            stage instanceof Stage.Resolved(var outcome) ? EventView.camel(outcome) : null)
        .with("epoch", conversation.epoch())
        .with("lastSeq", conversation.lastSeq())
        .with("channel", ports.lines().channel(conversation.line()))
        .with("line", conversation.line())
        .with("openedAt", conversation.openedAt())
        .with("language", contact.details().language())
        .map();
  }

  private Map<String, @Nullable Object> contact(Contact contact) {
    return Fields.of("id", contact.id())
        .with("name", Boards.name(contact))
        .with("email", contact.details().email())
        .with("phone", contact.details().phone())
        .with("language", contact.details().language())
        .with("since", contact.since())
        .with(
            "points",
            contact.points().stream()
                .map(point ->
                    Map.of(
                        "line", point.line().value(),
                        "channel", ports.lines().channel(point.line()),
                        "externalId", point.externalId()))
                .toList())
        .map();
  }

  /// Every order whose number was said in this conversation and which the shop knows.
  private List<Map<String, @Nullable Object>> orders(
      List<Recorded> events, Map<String, String> slots) {
    Set<String> numbers = new LinkedHashSet<>();
    if (slots.containsKey(ORDER_NUMBER)) numbers.add(slots.getOrDefault(ORDER_NUMBER, ""));
    for (var turn : turns(events))
      for (var entity : turn.understood().entities())
        if (entity.kind().equals(ORDER_NUMBER)) numbers.add(entity.value());
    return numbers.stream()
        .map(ports.orders()::find)
        .flatMap(lookup ->
            lookup instanceof Orders.Lookup.Found(var order)
                ? Stream.of(order(order))
                : Stream.empty())
        .toList();
  }

  private static Map<String, @Nullable Object> order(Order order) {
    return Fields.of("number", order.number())
        .with("status", EventView.lower(order.status()))
        .with("placedOn", order.placedOn().toString())
        .with(
            "items",
            order.items().stream()
                .map(item -> Map.of("name", item.name(), "quantity", item.quantity()))
                .toList())
        .with("total", order.total())
        .with("deliveryOn", order.deliveryOn() == null ? null : order.deliveryOn().toString())
        .with("carrier", order.carrier())
        .map();
  }

  private List<Map<String, @Nullable Object>> earlier(Conversation now) {
    return ports.conversations().of(now.contact(), EARLIER + 1).stream()
        .filter(conversation -> !conversation.id().equals(now.id()))
        .map(conversation ->
            Fields.of("id", conversation.id())
                .with("openedAt", conversation.openedAt())
                .with("channel", ports.lines().channel(conversation.line()))
                .with(
                    "outcome",
                    conversation.stage() instanceof Stage.Resolved(var outcome)
                        ? EventView.camel(outcome)
                        : null)
                .with("lastText", Tail.of(conversation, ports.log()).map(Tail::text).orElse(""))
                .map())
        .toList();
  }

  private static @Nullable Map<String, @Nullable Object> escalation(List<Recorded> events) {
    return events.reversed().stream()
        .flatMap(recorded ->
            recorded.event() instanceof ConversationEvent.HandoffRequested requested
                ? Stream.of(requested)
                : Stream.empty())
        .findFirst()
        .map(requested ->
            Fields.of("reason", EventView.reason(requested.why().reason()))
                .with("rule", requested.why().rule())
                .with("words", requested.why().words())
                .with("at", requested.at())
                .map())
        .orElse(null);
  }

  private static Map<String, String> slots(List<Recorded> events) {
    var slots = new HashMap<String, String>();
    turns(events).forEach(turn -> slots.putAll(turn.dialogue().slots()));
    return slots;
  }

  /// A mood of -1 (worst) to 0 that fades by half with each turn, and the words that caused the
  /// worst of it.
  private static Map<String, @Nullable Object> mood(List<Recorded> events) {
    double mood = 0;
    List<String> words = List.of();
    for (var turn : turns(events)) {
      double now = turn.understood().mood();
      if (now < 0 && now <= mood / 2 && !turn.understood().humanWish())
        words = turn.understood().words();
      mood = Math.min(now, mood / 2);
    }
    return Fields.of("value", Math.round(mood * 100) / 100.0).with("words", words).map();
  }

  private static @Nullable Map<String, @Nullable Object> promise(Stage stage, Contact contact) {
    return stage
        .openPromise()
        .map(open ->
            Fields.of("id", open.promise())
                .with("due", open.due())
                .with("kind", EventView.lower(open.what()))
                .with("email", contact.details().email())
                .with("phone", contact.details().phone())
                .map())
        .orElse(null);
  }

  private static List<Turn> turns(List<Recorded> events) {
    return events.stream()
        .flatMap(recorded ->
            recorded.event() instanceof ConversationEvent.TurnDecided(var turn, _)
                ? Stream.of(turn)
                : Stream.empty())
        .toList();
  }
}
