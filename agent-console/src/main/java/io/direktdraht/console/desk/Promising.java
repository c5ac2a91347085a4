package io.direktdraht.console.desk;

import io.direktdraht.console.desk.exit.Exit;
import io.direktdraht.console.desk.exit.Slots;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.PromiseKind;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the desk promises when no person comes soon, what contacts choose instead, and what happens
/// when the time has come.
final class Promising {
  private static final int MANY = 500;
  private static final int SHOWN = 4;

  /// A callback comes to the desk this long before it is due.
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Desk.Ports ports;
  private final DeskWords words;
  private final DeskRules rules;
  private final Slots slots;
  private final InstantSource clock;

  Promising(Desk.Ports ports, DeskWords words, DeskRules rules, Slots slots, InstantSource clock) {
    this.ports = ports;
    this.words = words;
    this.rules = rules;
    this.slots = slots;
    this.clock = clock;
  }

  /// So much opening time from now; a desk that never opens promises as if it always were.
  Instant due(Instant now) {
    var within = rules.times().within();
    return rules.hours().after(now, within).orElse(now.plus(within));
  }

  /// Promised for later: not to be offered to anybody yet.
  boolean later(Conversation conversation) {
    return conversation.stage() instanceof Stage.Promised promised
        && promised.what() == PromiseKind.CALLBACK
        && clock.instant().isBefore(promised.due().minus(AHEAD));
  }

  /// The button of the desk that was pressed at this place of the log.
  Optional<String> pressed(Conversation conversation, long place) {
    return ports.log().read(conversation.id(), place - 1, 1).stream()
        .flatMap(recorded ->
            recorded.event() instanceof ConversationEvent.MessageReceived(var message, _)
                    && message.content().forDesk()
                ? Optional.ofNullable(message.content().payload()).stream()
                : Optional.<String>empty().stream())
        .map(payload -> payload.substring(Content.DESK.length()))
        .findFirst();
  }

  /// What pressing it leads to; empty when the contact shall be told where they stand.
  List<ConversationEvent> answer(Conversation conversation, String pressed) {
    if (pressed.startsWith("call ")) return book(conversation, pressed.substring(5));
    return Exit.of(pressed)
        .map(exit ->
            switch (exit) {
              case KEEP_PLACE, BOT -> List.<ConversationEvent>of();
              case CALLBACK -> offerSlots(conversation);
              case EMAIL -> promiseMail(conversation);
            })
        .orElse(List.of());
  }

  /// An answer here, with everything that can be chosen instead.
  List<ConversationEvent> promise(Conversation conversation) {
    return promise(conversation, "promise");
  }

  private List<ConversationEvent> promise(Conversation conversation, String phrase) {
    if (conversation.stage() instanceof Stage.Promised promised)
      return List.of(said(conversation, promised.what(), promised.due()));
    var now = clock.instant();
    var due = due(now);
    return List.of(
        new ConversationEvent.PromiseMade(PromiseId.next(now), due, now),
        words.say(
            conversation,
            phrase,
            Map.of("due", words.day(conversation, due)),
            choices(conversation)));
  }

  private ConversationEvent said(Conversation conversation, PromiseKind what, Instant due) {
    var facts = Map.of("due", words.day(conversation, due));
    return switch (what) {
      case ANSWER -> words.say(conversation, "promise", facts, choices(conversation));
      case CALLBACK -> words.say(conversation, "callback", facts);
      case EMAIL -> words.say(conversation, "email", facts);
    };
  }

  /// Buttons for what can be chosen instead of waiting.
  List<Content.Choice> choices(Conversation conversation) {
    var now = clock.instant();
    var standing =
        new Exit.Standing(
            rules.hours().openAt(now),
            false,
            false,
            !free(now, 1).isEmpty(),
            ports.lines().channel(conversation.line()).equals("mail"));
    return Exit.offered(standing).stream()
        .filter(exit -> exit != Exit.KEEP_PLACE)
        .map(exit -> words.choice(conversation, "exit." + exit.word(), payload(exit)))
        .toList();
  }

  private static String payload(Exit exit) {
    return exit == Exit.BOT ? "/bot" : Content.DESK + exit.word();
  }

  private List<ConversationEvent> offerSlots(Conversation conversation) {
    var free = free(clock.instant(), SHOWN);
    if (free.isEmpty()) return promise(conversation);
    var choices =
        free.stream()
            .map(slot ->
                new Content.Choice(words.slot(conversation, slot), Content.DESK + "call " + slot))
            .toList();
    return List.of(words.say(conversation, "callback.when", Map.of(), choices));
  }

  private List<ConversationEvent> book(Conversation conversation, String text) {
    Instant slot;
    try {
      slot = Instant.parse(text);
    } catch (DateTimeParseException rubbish) {
      return offerSlots(conversation);
    }
    var now = clock.instant();
    if (!slots.bookable(slot, now, booked())) return offerSlots(conversation);
    var known = details(conversation).map(Contact.Details::phone).isPresent();
    return List.of(
        new ConversationEvent.PromiseMade(PromiseId.next(now), slot, PromiseKind.CALLBACK, now),
        words.say(
            conversation,
            known ? "callback" : "callback.number",
            Map.of("due", words.day(conversation, slot))));
  }

  private List<ConversationEvent> promiseMail(Conversation conversation) {
    var now = clock.instant();
    var due = due(now);
    var known = details(conversation).map(Contact.Details::email).isPresent();
    return List.of(
        new ConversationEvent.PromiseMade(PromiseId.next(now), due, PromiseKind.EMAIL, now),
        words.say(
            conversation,
            known ? "email" : "email.address",
            Map.of("due", words.day(conversation, due))));
  }

  /// Promises an answer to everybody who waits at a deserted desk, and takes back what was not kept
  /// with a new time.
  void watch(boolean deserted) {
    var now = clock.instant();
    if (deserted)
      for (var waiting : ports.conversations().inStage(Stage.Kind.WAITING, MANY))
        append(waiting, promise(waiting), waiting.id() + " waits, epoch " + waiting.epoch());
    for (var conversation : ports.conversations().inStage(Stage.Kind.PROMISED, MANY)) {
      if (!(conversation.stage() instanceof Stage.Promised promised)) continue;
      if (promised.due().isAfter(now)) return; // soonest due first
      append(conversation, broken(conversation, promised), promised.promise() + " is broken");
    }
  }

  private List<ConversationEvent> broken(Conversation conversation, Stage.Promised promised) {
    var now = clock.instant();
    var due = due(now);
    var events = new ArrayList<ConversationEvent>();
    events.add(new ConversationEvent.PromiseBroken(promised.promise(), now));
    events.add(
        new ConversationEvent.PromiseMade(PromiseId.next(now), due, PromiseKind.ANSWER, now));
    events.add(
        words.say(
            conversation,
            "promise.broken",
            Map.of("due", words.day(conversation, due)),
            choices(conversation)));
    return events;
  }

  /// Another node may do the same in the same moment.
  private void append(Conversation conversation, List<ConversationEvent> events, String once) {
    var condition = new Append.Condition.SameEpoch(conversation.epoch());
    ports
        .log()
        .append(new Append(conversation.id(), condition, events, new Append.Key("desk", once)));
  }

  private List<Instant> free(Instant now, int most) {
    return slots.free(now, booked(), most);
  }

  private List<Instant> booked() {
    return ports.conversations().inStage(Stage.Kind.PROMISED, MANY).stream()
        .flatMap(conversation ->
            conversation.stage() instanceof Stage.Promised promised
                    && promised.what() == PromiseKind.CALLBACK
                ? Optional.of(promised.due()).stream()
                : Optional.<Instant>empty().stream())
        .toList();
  }

  private Optional<Contact.Details> details(Conversation conversation) {
    return ports.conversations().contact(conversation.contact()).map(Contact::details);
  }
}
