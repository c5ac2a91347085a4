package io.direktdraht.console.view;

import io.direktdraht.console.brief.Brief;
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
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything an agent needs about one conversation, in one answer.
public final class Contexts {
  private static final String ORDER_NUMBER = "order_number";
  private static final int NEWEST = 200;
  private static final int BEFORE = 100;
  private static final int AFTER = 50;
  private static final int PAGE = 500;
  private static final int EARLIER = 10;
  private static final int ORDERS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
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
    var newest = newest(conversation);
    var told = told(conversation, newest);
    var brief = Brief.of(conversation, told);
    var cursor = ports.cursors().of(conversation.id(), Side.CONTACT);
    return Fields.of("conversation", conversation(conversation, contact))
        .with("contact", contact(contact))
        .with("ways", ports.ways().of(conversation).all().stream().map(WayView::of).toList())
        .with("brief", BriefView.of(brief))
        .with("orders", orders(told, brief))
        .with("earlier", earlier(conversation))
        .with("cursors", Map.of("delivered", cursor.delivered(), "read", cursor.read()))
        .with("events", events.of(newest))
        .map();
  }

  private List<Recorded> newest(Conversation conversation) {
    return ports.log().read(conversation.id(), conversation.lastSeq() - NEWEST, NEWEST);
  }

  /// The events that the brief is made of, however long the history: those around the place where
  /// the bot let go, its last turn, and the newest.
  private List<Recorded> told(Conversation conversation, List<Recorded> newest) {
    var events = new TreeMap<Long, Recorded>();
    var marks = conversation.marks();
    long first = Math.max(1, conversation.lastSeq() - NEWEST + 1);
    if (marks.handoff() > 0 && marks.handoff() < first + BEFORE)
      add(events, ports.log().read(conversation.id(), marks.handoff() - BEFORE, BEFORE + AFTER));
    if (marks.lastTurn() > 0 && marks.lastTurn() < first)
      add(events, ports.log().read(conversation.id(), marks.lastTurn() - 1, 1));
    add(events, newest);
    return List.copyOf(events.values());
  }

  private static void add(Map<Long, Recorded> events, List<Recorded> more) {
    more.forEach(recorded -> events.put(recorded.seq(), recorded));
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
        .with("named", contact.details().name() != null)
        .with("tier", ports.customers().standing(contact.id()).tier())
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

  /// The orders whose numbers were said in this conversation, as far as the shop knows them and
  /// says so in time.
  private List<Map<String, @Nullable Object>> orders(List<Recorded> events, Brief brief) {
    Set<String> numbers = new LinkedHashSet<>();
    for (var noted : brief.facts())
      if (noted.fact().equals(ORDER_NUMBER)) numbers.add(noted.value());
    for (var turn : turns(events))
      for (var entity : turn.understood().entities())
        if (entity.kind().equals(ORDER_NUMBER)) numbers.add(entity.value());
    var asked = numbers.stream().limit(ORDERS).map(this::asked).toList();
    return asked.stream()
        .map(CompletableFuture::join)
        .flatMap(lookup ->
            lookup instanceof Orders.Lookup.Found(var order)
                ? Stream.of(order(order))
                : Stream.empty())
        .toList();
  }

  private CompletableFuture<Orders.Lookup> asked(String number) {
    return CompletableFuture.supplyAsync(() -> ports.orders().find(number), asking)
        .completeOnTimeout(
            new Orders.Lookup.Unavailable("too slow"), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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
                .with("about", about(conversation))
                .with("lastText", Tail.of(conversation, ports.log()).map(Tail::text).orElse(""))
                .map())
        .toList();
  }

  /// What an earlier conversation was about, as far as its last turn tells; empty when it does not.
  private String about(Conversation conversation) {
    long turn = conversation.marks().lastTurn();
    if (turn == 0) return "";
    var goal = Brief.of(conversation, ports.log().read(conversation.id(), turn - 1, 1)).goal();
    return Objects.requireNonNullElse(goal, "");
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
