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
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the desk promises when no person comes soon, and what contacts choose instead.
final class Promising {
  private static final int SHOWN = 4;
  private final Desk.Ports ports;
  private final DeskWords words;
  private final DeskRules rules;
  private final Queue queue;
  private final InstantSource clock;

  Promising(Desk.Ports ports, DeskWords words, DeskRules rules, Queue queue, InstantSource clock) {
    this.ports = ports;
    this.words = words;
    this.rules = rules;
    this.queue = queue;
    this.clock = clock;
  }

  /// What pressing it leads to; empty when the contact shall be told where they stand.
  List<ConversationEvent> answer(Conversation conversation, String pressed) {
    if (pressed.startsWith("call ")) return book(conversation, pressed.substring(5));
    return Exit.of(pressed)
        .map(exit ->
            switch (exit) {
              case KEEP_PLACE, MESSENGER, BOT -> List.<ConversationEvent>of();
              case CALLBACK -> offerSlots(conversation);
              case EMAIL -> promiseMail(conversation);
            })
        .orElse(List.of());
  }

  /// An answer here, with everything that can be chosen instead; what is promised already, said
  /// again.
  List<ConversationEvent> promise(Conversation conversation) {
    return conversation.stage() instanceof Stage.Promised promised
        ? List.of(said(conversation, promised.what(), promised.due()))
        : promise(conversation, "promise");
  }

  /// The same in other words, where nothing is promised yet.
  List<ConversationEvent> promise(Conversation conversation, String phrase) {
    return made(conversation, PromiseKind.ANSWER, due(conversation), phrase);
  }

  /// The due time passed: admitted, and promised anew unless somebody has it in hand.
  List<ConversationEvent> broken(Conversation conversation, Stage.Promised open) {
    var events = new ArrayList<ConversationEvent>();
    events.add(new ConversationEvent.PromiseBroken(open.promise(), clock.instant()));
    if (conversation.stage().waitsForPerson())
      events.addAll(promise(conversation, "promise.broken"));
    else events.add(words.say(conversation, "promise.late", Map.of()));
    return events;
  }

  /// Buttons for what can be chosen instead of waiting.
  List<Content.Choice> choices(Conversation conversation) {
    var channel = ports.lines().channel(conversation.line());
    boolean onward = channel.equals("web") && ports.lines().leadsOn(conversation.line());
    return Exit.offered(!free(conversation, 1).isEmpty(), DeskRules.letters(channel), onward)
        .stream()
        .filter(exit -> exit != Exit.KEEP_PLACE)
        .map(exit -> choice(conversation, exit))
        .toList();
  }

  Content.Choice choice(Conversation conversation, Exit exit) {
    var payload = exit == Exit.BOT ? "/bot" : Content.DESK + exit.word();
    return words.choice(conversation, "exit." + exit.word(), payload);
  }

  private ConversationEvent said(Conversation conversation, PromiseKind what, Instant due) {
    return switch (what) {
      case ANSWER -> promised(conversation, what, due, "promise");
      case CALLBACK -> promised(conversation, what, due, "callback");
      case EMAIL -> promised(conversation, what, due, "email");
    };
  }

  private List<ConversationEvent> made(
      Conversation conversation, PromiseKind what, Instant due, String phrase) {
    var now = clock.instant();
    return List.of(
        new ConversationEvent.PromiseMade(PromiseId.next(now), due, what, now),
        promised(conversation, what, due, phrase));
  }

  private ConversationEvent promised(
      Conversation conversation, PromiseKind what, Instant due, String phrase) {
    var choices = what == PromiseKind.ANSWER ? choices(conversation) : List.<Content.Choice>of();
    return words.say(conversation, phrase, Map.of("due", words.day(conversation, due)), choices);
  }

  /// So much opening time from now; a desk that never opens promises as if it always were.
  private Instant due(Conversation conversation) {
    var now = clock.instant();
    var within = rules.times().within();
    return rules.teams().of(conversation).hours().after(now, within).orElse(now.plus(within));
  }

  private List<ConversationEvent> offerSlots(Conversation conversation) {
    var free = free(conversation, SHOWN);
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
    if (!slots(conversation).bookable(slot, clock.instant(), queue.callbacks()))
      return offerSlots(conversation);
    boolean known = details(conversation).phone() != null;
    return made(conversation, PromiseKind.CALLBACK, slot, known ? "callback" : "callback.number");
  }

  private List<ConversationEvent> promiseMail(Conversation conversation) {
    boolean known = details(conversation).email() != null;
    return made(
        conversation, PromiseKind.EMAIL, due(conversation), known ? "email" : "email.address");
  }

  private List<Instant> free(Conversation conversation, int most) {
    return slots(conversation).free(clock.instant(), queue.callbacks(), most);
  }

  private Slots slots(Conversation conversation) {
    return new Slots(rules.teams().of(conversation).hours(), rules.callbacks());
  }

  private Contact.Details details(Conversation conversation) {
    return ports
        .conversations()
        .contact(conversation.contact())
        .map(Contact::details)
        .orElse(Contact.Details.NONE);
  }
}
