package io.direktdraht.console.desk;

import io.direktdraht.console.desk.exit.Slots;
import io.direktdraht.console.desk.route.Floor;
import io.direktdraht.console.desk.route.Offer;
import io.direktdraht.console.desk.route.Routing;
import io.direktdraht.console.desk.wait.WaitForecast;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.desk.DeskStatus;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who waits, who is asked to come, and what contacts are told about it.
public final class Desk implements DeskStatus {
  private static final int QUEUE = 10_000;

  /// When everybody has been gone for so long, whoever waits is promised an answer.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Ports ports;
  private final Presence presence;
  private final DeskRules rules;
  private final InstantSource clock;
  private final Instant settled;
  private final DeskMeters meters;
  private final Floor floor;
  private final Work work;
  private final WaitForecast forecast;
  private final DeskWords words;
  private final Promising promising;
  private final Queue queue;
  private volatile Instant staffed = Instant.MIN;

  /// What the desk reads and writes.
  public record Ports(
      ConversationLog log,
      Conversations conversations,
      OwedWork owed,
      Signals signals,
      Lines lines) {}

  public Desk(
      Ports ports, Presence presence, DeskRules rules, InstantSource clock, MeterRegistry meters) {
    this.ports = ports;
    this.presence = presence;
    this.rules = rules;
    this.clock = clock;
    var times = rules.times();
    settled = clock.instant().plus(times.settling());
    floor = new Floor(new Routing(times.widenAfter()), times.acceptWithin());
    forecast = new WaitForecast(times.handling());
    work = new Work(ports.log(), ports.lines(), rules);
    words = new DeskWords(ports.log(), ports.conversations(), rules.hours().zone(), clock);
    promising =
        new Promising(ports, words, rules, new Slots(rules.hours(), rules.callbacks()), clock);
    queue = new Queue(floor, new Queue.Sources(words, work, rules, ports), promising::later);
    this.meters = new DeskMeters(meters, queue::size, forecast);
    reload();
    ports.signals().subscribe(this::hear);
  }

  /// Reads who waits and who helps whom from the log again; hints may have been lost.
  void reload() {
    var conversations = ports.conversations();
    queue.reload(
        conversations.inStage(Stage.Kind.WAITING, QUEUE),
        conversations.inStage(Stage.Kind.PROMISED, QUEUE));
    work.reload(conversations.inStage(Stage.Kind.WITH_AGENT, QUEUE));
  }

  @Override
  public Now now() {
    boolean open = rules.hours().openAt(clock.instant());
    return new Now(presence.available(), queue.size(), open);
  }

  @Override
  public Optional<Integer> position(ConversationId conversation) {
    return queue.position(conversation);
  }

  @Override
  public Optional<Wait> expectedWait(int position) {
    int available = presence.available();
    return available == 0
        ? Optional.empty()
        : Optional.of(forecast.expected(position, available)).filter(this::standsBy);
  }

  @Override
  public Instant promiseDue(Instant now) {
    return promising.due(now);
  }

  public Presence presence() {
    return presence;
  }

  public DeskWords words() {
    return words;
  }

  /// What this agent is asked to take.
  public Optional<Offer> offerTo(AgentId agent) {
    return floor.offers().stream().filter(offer -> offer.agent().equals(agent)).findFirst();
  }

  /// The agent would rather not; false when it was not offered to them.
  public boolean pass(ConversationId id, AgentId agent) {
    boolean passed = floor.pass(id, agent);
    if (passed) dispatch();
    return passed;
  }

  /// Since when this contact has had no answer from the agent who has the conversation.
  public Optional<Instant> unansweredSince(ConversationId id) {
    return work.unansweredSince(id);
  }

  /// Asks people to take who waits.
  void dispatch() {
    if (presence.available() > 0) staffed = clock.instant();
    var before = floor.offers();
    floor.offer(work.seats(presence.there()), clock.instant());
    if (!before.equals(floor.offers())) ports.signals().publish(new Signal.DeskChanged());
  }

  /// Does what the desk owes this conversation.
  void tell(ConversationId id) {
    var conversation = ports.conversations().find(id).orElseThrow();
    var places = ports.owed().places(Owed.Kind.DESK, id);
    if (places.isEmpty()) return;
    queue.update(conversation, true);
    dispatch();
    var pressed = promising.pressed(conversation, places.getLast());
    var said =
        pressed.isPresent()
            ? promising.answer(conversation, pressed.get())
            : List.<ConversationEvent>of();
    var events = said.isEmpty() ? standing(conversation) : said;
    var condition =
        new Append.Condition.Speaking(Owed.Kind.DESK, places.getLast(), conversation.epoch());
    ports.log().append(new Append(id, condition, events));
  }

  /// Looks after what nobody does: agents who have gone or are silent, promises that are due.
  void watch() {
    var now = clock.instant();
    if (now.isBefore(settled)) return;
    for (var left : work.left(presence, now)) requeue(left);
    boolean deserted = presence.available() == 0 && !staffed.plus(PATIENCE).isAfter(now);
    promising.watch(deserted);
  }

  private void requeue(Work.Left left) {
    var conversation = ports.conversations().find(left.conversation()).orElse(null);
    if (conversation == null || conversation.stage().owner().filter(left.agent()::equals).isEmpty())
      return;
    var phrase = left.cause() == ConversationEvent.Requeued.Cause.ABSENT ? "gone" : "silent";
    var events =
        List.of(
            new ConversationEvent.Requeued(left.agent(), left.cause(), null, null, clock.instant()),
            words.say(conversation, phrase, Map.of()));
    var condition = new Append.Condition.SameEpoch(conversation.epoch());
    ports.log().append(new Append(conversation.id(), condition, events));
  }

  /// Where the contact stands: the place, the wait, or a promise, and what they can choose.
  private List<ConversationEvent> standing(Conversation conversation) {
    if (!(conversation.stage() instanceof Stage.Waiting)) return promising.promise(conversation);
    if (presence.available() == 0 && !settling()) return promising.promise(conversation);
    var position = position(conversation.id()).orElse(1);
    var id = conversation.id();
    var wait =
        presence.available() == 0
            ? Optional.<Wait>empty()
            : Optional.of(forecast.tell(id, position, presence.available(), clock.instant()));
    return List.of(
        wait.filter(this::standsBy)
            .map(range -> words.say(conversation, place(position, range), facts(position, range)))
            .orElseGet(() ->
                words.say(
                    conversation,
                    "queue.long",
                    Map.of("place", "" + position),
                    promising.choices(conversation))));
  }

  private static String place(int position, Wait wait) {
    if (position > 1) return "queue.place";
    return wait.from().toMinutes() == 0 ? "queue.soon" : "queue.next";
  }

  private static Map<String, String> facts(int position, Wait wait) {
    return Map.of(
        "place", "" + position,
        "from", "" + wait.from().toMinutes(),
        "to", "" + Math.max(1, Math.ceilDiv(wait.to().toSeconds(), 60)));
  }

  /// Not a number that lies beyond closing time, or so far away that nobody can know it.
  private boolean standsBy(Wait wait) {
    if (wait.to().compareTo(rules.times().longestTold()) > 0) return false;
    var now = clock.instant();
    return rules.hours().between(now, now.plus(wait.to())).equals(wait.to())
        || !rules.hours().openAt(now); // somebody is there although it is closed
  }

  /// Nobody has come since the start, but open consoles may still come back.
  private boolean settling() {
    return staffed.equals(Instant.MIN) && clock.instant().isBefore(settled);
  }

  private void hear(Signal signal) {
    if (!(signal instanceof Signal.Committed(var conversation, var recorded, _))) return;
    for (var one : recorded) {
      if (one.event() instanceof ConversationEvent.AgentJoined joined)
        served(conversation.id(), joined);
      work.hear(conversation.id(), one.event());
      meters.hear(one.event());
    }
    work.moved(conversation);
    if (conversation.stage().waitsForPerson()) queue.update(conversation, false);
    else {
      queue.forget(conversation.id());
      forecast.left(conversation.id());
    }
  }

  private void served(ConversationId id, ConversationEvent.AgentJoined joined) {
    floor
        .caller(id)
        .ifPresent(caller -> {
          forecast.served(id, joined.at());
          meters.served(Duration.between(caller.since(), joined.at()));
        });
  }
}
