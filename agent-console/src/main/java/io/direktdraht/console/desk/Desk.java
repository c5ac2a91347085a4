package io.direktdraht.console.desk;

import io.direktdraht.console.desk.goal.Goal;
import io.direktdraht.console.desk.route.Floor;
import io.direktdraht.console.desk.route.Offer;
import io.direktdraht.console.desk.route.Routing;
import io.direktdraht.console.desk.wait.WaitForecast;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Content;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final Telling telling;
  private final Queue queue;
  private final Watch watch;
  private final Timekeeper timekeeper;
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
    var zone = rules.teams().others().hours().zone();
    words = new DeskWords(ports.log(), ports.conversations(), zone, clock);
    queue = new Queue(floor, new Queue.Sources(words, work, rules, ports), clock);
    promising = new Promising(ports, words, rules, queue, clock);
    telling = new Telling(forecast, rules, words, promising, clock);
    var sight = new Watch.Sight(presence, queue, work, words, promising, telling);
    watch = new Watch(ports, rules, sight, clock);
    this.meters = new DeskMeters(meters, queue::size, forecast);
    timekeeper = new Timekeeper(work, rules.teams(), ports.conversations(), clock, meters);
    reload();
    ports.signals().subscribe(this::hear);
  }

  /// Reads who waits and who helps whom from the log again; hints may have been lost.
  void reload() {
    queue.reload(
        Stream.of(Stage.Kind.WAITING, Stage.Kind.PROMISED)
            .flatMap(stage -> ports.conversations().inStage(stage, QUEUE).stream())
            .toList());
    work.reload(ports.conversations().inStage(Stage.Kind.WITH_AGENT, QUEUE));
  }

  @Override
  public Now now() {
    return new Now(presence.available(), queue.size());
  }

  @Override
  public boolean open() {
    return rules.teams().others().hours().openAt(clock.instant());
  }

  @Override
  public Optional<Integer> position(ConversationId conversation) {
    return queue.position(conversation);
  }

  @Override
  public Optional<Wait> expectedWait(ConversationId conversation) {
    var caller = floor.caller(conversation);
    return position(conversation)
        .flatMap(position -> caller.flatMap(waits -> expected(waits.needs().team(), position)));
  }

  @Override
  public Optional<Wait> expectedWait() {
    return expected(null, queue.size() + 1);
  }

  private Optional<Wait> expected(@Nullable String team, int position) {
    return telling.expected(rules.teams().of(team), position, people(team));
  }

  /// Every team, and how many of its people are there.
  public SortedMap<String, Integer> teams() {
    var teams = new TreeMap<String, Integer>();
    for (var team : rules.teamNames()) teams.put(team, people(team));
    return teams;
  }

  /// Who is there of a team.
  private int people(@Nullable String team) {
    return (int)
        presence.there().stream().filter(agent -> rules.people().of(agent).serves(team)).count();
  }

  public Presence presence() {
    return presence;
  }

  /// To how many an answer is promised.
  public int promised() {
    return queue.promised();
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
  Optional<Instant> unansweredSince(ConversationId id) {
    return work.unansweredSince(id);
  }

  /// Asks people to take who waits.
  void dispatch() {
    if (presence.available() > 0) staffed = clock.instant();
    var before = floor.offers();
    floor.offer(work.seats(presence.there()), clock.instant());
    if (!before.equals(floor.offers())) ports.signals().publish(new Signal.DeskChanged());
  }

  /// What this conversation is owed next, and until when.
  public Optional<Goal> goal(Conversation conversation) {
    return timekeeper.goal(conversation);
  }

  /// Does what the desk owes this conversation.
  void tell(ConversationId id) {
    var conversation = ports.conversations().find(id).orElseThrow();
    var places = ports.owed().places(Owed.Kind.DESK, id);
    if (places.isEmpty()) return;
    if (conversation.stage().waitsForPerson()) {
      queue.update(conversation);
      dispatch();
    }
    var events = reply(conversation, pressed(conversation, places.getLast()).orElse(""));
    var condition =
        new Append.Condition.Speaking(Owed.Kind.DESK, places.getLast(), conversation.epoch());
    ports.log().append(new Append(id, condition, events));
  }

  /// The button of the desk that was pressed at this place of the log.
  private Optional<String> pressed(Conversation conversation, long place) {
    return ports.log().read(conversation.id(), place - 1, 1).getFirst().event()
            instanceof ConversationEvent.MessageReceived(var message, _)
        ? message.content().forDesk()
        : Optional.empty();
  }

  private List<ConversationEvent> reply(Conversation conversation, String pressed) {
    if (pressed.equals(Content.SOLVED)) return solved(conversation);
    var answer = promising.answer(conversation, pressed);
    return answer.isEmpty() ? standing(conversation) : answer;
  }

  private List<ConversationEvent> solved(Conversation conversation) {
    var now = clock.instant();
    var events = new ArrayList<ConversationEvent>();
    conversation
        .stage()
        .openPromise()
        .ifPresent(open -> events.add(new ConversationEvent.PromiseKept(open.promise(), now)));
    events.add(words.say(conversation, "solved", Map.of()));
    events.add(new ConversationEvent.Resolved(Watch.solved(conversation.stage()), null, now));
    return events;
  }

  /// Looks after what nobody does.
  void watch() {
    var now = clock.instant();
    if (now.isBefore(settled)) return;
    watch.look(presence.available() == 0 && !staffed.plus(PATIENCE).isAfter(now));
  }

  /// Where the contact stands: the place, the wait, or a promise, and what they can choose.
  private List<ConversationEvent> standing(Conversation conversation) {
    if (!(conversation.stage() instanceof Stage.Waiting) || nobodyFor(conversation))
      return promising.promise(conversation);
    int position = position(conversation.id()).orElse(1);
    return telling.place(conversation, position, people(team(conversation)));
  }

  /// Nobody is there, or nobody of a team that is closed; others may still take it later.
  private boolean nobodyFor(Conversation conversation) {
    var team = rules.teams().of(conversation);
    return presence.available() == 0
        ? !settling()
        : !team.hours().openAt(clock.instant()) && people(team(conversation)) == 0;
  }

  private static @Nullable String team(Conversation conversation) {
    return conversation.stage().waited().map(wait -> wait.why().needs().team()).orElse(null);
  }

  /// Nobody has come since the start, but open consoles may still come back.
  private boolean settling() {
    return staffed.equals(Instant.MIN) && clock.instant().isBefore(settled);
  }

  private void hear(Signal signal) {
    if (signal instanceof Signal.Committed here) {
      here.recorded().forEach(one -> count(here.conversation().id(), one.event()));
      follow(here);
    } else if (signal instanceof Signal.FromAfar(Signal.Committed there)) follow(there);
  }

  private void follow(Signal.Committed committed) {
    var conversation = committed.conversation();
    var id = conversation.id();
    for (var one : committed.recorded()) {
      if (one.event() instanceof ConversationEvent.AgentJoined joined) served(id, joined);
      timekeeper.hear(id, one.event());
      work.hear(id, one.event());
    }
    work.moved(conversation);
    if (conversation.stage().waitsForPerson()) queue.hear(conversation);
    else {
      queue.forget(id);
      forecast.left(id);
    }
  }

  private void served(ConversationId id, ConversationEvent.AgentJoined joined) {
    floor.caller(id).ifPresent(_ -> forecast.served(id, joined.at()));
  }

  private void count(ConversationId id, ConversationEvent event) {
    if (event instanceof ConversationEvent.AgentJoined joined)
      floor
          .caller(id)
          .ifPresent(caller -> meters.served(Duration.between(caller.since(), joined.at())));
    meters.hear(event);
  }
}
