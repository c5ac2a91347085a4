package io.direktdraht.console.desk;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.PromiseId;
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
import io.direktdraht.conversation.words.Phrases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells contacts where they stand, and promises a time when nobody is there.
public final class Desk implements DeskStatus {
  private static final int QUEUE = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private final Ports ports;
  private final Presence presence;
  private final Hours hours;
  private final InstantSource clock;
  private final Timer timeToHuman;
  private final Queue queue = new Queue();
  private final WaitEstimate estimate = new WaitEstimate();
  private final Phrases phrases = Phrases.beside(Desk.class, "de", "en");

  /// What the desk reads and writes.
  public record Ports(
      ConversationLog log, Conversations conversations, OwedWork owed, Signals signals) {}

  public Desk(
      Ports ports, Presence presence, Hours hours, InstantSource clock, MeterRegistry meters) {
    this.ports = ports;
    this.presence = presence;
    this.hours = hours;
    this.clock = clock;
    timeToHuman =
        Timer.builder("direktdraht.time.to.human")
            .description("From the hand-off to the person who takes over")
            .publishPercentiles(0.5, 0.9, 0.99)
            .register(meters);
    Gauge.builder("direktdraht.queue.length", queue, Queue::size)
        .description("Contacts who wait for a person")
        .register(meters);
    reload();
    ports.signals().subscribe(this::hear);
  }

  /// Reads the queue from the log again; hints from other nodes may have been lost.
  void reload() {
    queue.reload(ports.conversations().inStage(Stage.Kind.WAITING, QUEUE));
  }

  @Override
  public Now now() {
    return new Now(presence.available(), queue.size());
  }

  @Override
  public Optional<Integer> position(ConversationId conversation) {
    return queue.position(conversation);
  }

  @Override
  public Optional<Wait> expectedWait(int position) {
    int available = presence.available();
    return available == 0 ? Optional.empty() : Optional.of(estimate.expected(position, available));
  }

  @Override
  public Instant promiseDue(Instant now) {
    return hours.due(now);
  }

  /// Does what the desk owes this conversation.
  void tell(ConversationId id) {
    var conversation = ports.conversations().find(id).orElseThrow();
    var places = ports.owed().places(Owed.Kind.DESK, id);
    if (places.isEmpty()) return;
    queue.update(conversation);
    var condition =
        new Append.Condition.Speaking(Owed.Kind.DESK, places.getLast(), conversation.epoch());
    ports.log().append(new Append(id, condition, words(conversation)));
  }

  /// Whoever waits while everybody has gone gets a promise too.
  void promiseTheForgotten() {
    if (presence.available() > 0) return;
    for (var id : queue.longestFirst()) {
      var conversation = ports.conversations().find(id).orElse(null);
      if (conversation == null
          || !(conversation.stage() instanceof Stage.Waiting(_, var since))
          || since.plus(PATIENCE).isAfter(clock.instant())) continue;
      var condition = new Append.Condition.SameEpoch(conversation.epoch());
      // Another node may promise in the same moment.
      var once = new Append.Key("desk", id + " waits since " + since);
      ports.log().append(new Append(id, condition, promise(conversation), once));
    }
  }

  private List<ConversationEvent> words(Conversation conversation) {
    var position = position(conversation.id()).orElse(1);
    var wait = expectedWait(position);
    if (wait.isEmpty()) return promise(conversation);
    var facts =
        Map.of(
            "place", "" + position,
            "from", "" + Math.ceilDiv(wait.get().from().toSeconds(), 60),
            "to", "" + Math.ceilDiv(wait.get().to().toSeconds(), 60));
    var phrase = position == 1 ? "queue.next" : "queue.place";
    return List.of(say(conversation, phrase, facts));
  }

  private List<ConversationEvent> promise(Conversation conversation) {
    var now = clock.instant();
    var due = promiseDue(now);
    var language = language(conversation);
    return List.of(
        new ConversationEvent.PromiseMade(PromiseId.next(now), due, now),
        say(conversation, language, "promise", Map.of("due", time(due, language))));
  }

  /// Words of the system in the contact's language, e.g. who joined.
  public ConversationEvent say(
      Conversation conversation, String phrase, Map<String, String> facts) {
    return say(conversation, language(conversation), phrase, facts);
  }

  private ConversationEvent say(
      Conversation conversation, String language, String phrase, Map<String, String> facts) {
    var text = phrases.say(language, phrase, facts);
    var message = new Message(new Author.System(), conversation.line(), Content.text(text), null);
    return new ConversationEvent.MessageSent(message, clock.instant());
  }

  /// The language of the bot's last turn; before any, the contact's.
  private String language(Conversation conversation) {
    long turn = conversation.marks().lastTurn();
    if (turn > 0
        && ports.log().read(conversation.id(), turn - 1, 1).getFirst().event()
            instanceof ConversationEvent.TurnDecided(var decided, _))
      return decided.dialogue().language();
    return ports
        .conversations()
        .contact(conversation.contact())
        .map(contact -> contact.details().language())
        .orElse("de");
  }

  private String time(Instant due, String language) {
    var locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
    return due.atZone(hours.zone())
        .format(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale));
  }

  private void hear(Signal signal) {
    if (!(signal instanceof Signal.Committed(var conversation, var recorded, _))) return;
    for (var one : recorded)
      if (one.event() instanceof ConversationEvent.AgentJoined joined) served(conversation, joined);
    queue.update(conversation);
  }

  private void served(Conversation conversation, ConversationEvent.AgentJoined joined) {
    var place = queue.position(conversation.id());
    var since = queue.since(conversation.id());
    if (place.isEmpty() || since.isEmpty()) return;
    var waited = Duration.between(since.get(), joined.at());
    estimate.served(place.get(), waited);
    timeToHuman.record(waited);
  }
}
