package io.direktdraht.bot.turn;

import io.direktdraht.bot.dialogue.Deciding;
import io.direktdraht.bot.dialogue.Decision;
import io.direktdraht.bot.dialogue.Heard;
import io.direktdraht.bot.dialogue.Situation;
import io.direktdraht.bot.dialogue.Step;
import io.direktdraht.bot.words.Company;
import io.direktdraht.bot.words.Wording;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.conversation.words.Phrases;
import io.direktdraht.intents.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the turn that a conversation is owed. Understanding and looking up happen outside
/// transactions; the answer is appended only if the turn is still owed and nobody took over.
public final class BotEngine {
  private static final Logger LOG = LoggerFactory.getLogger(BotEngine.class);
  private final Ports ports;
  private final Brains brains;
  private final Company company;
  private final TurnMeters meters;
  private final InstantSource clock;
  private final Recent recent = new Recent();
  private final Happenings happenings;
  private final Phrases phrases;

  /// What the engine reads and writes.
  public record Ports(
      ConversationLog log,
      Conversations conversations,
      OwedWork owed,
      Orders orders,
      Signals signals,
      Surroundings around) {}

  public BotEngine(
      Ports ports, Brains brains, Company company, TurnMeters meters, InstantSource clock) {
    this.ports = ports;
    this.happenings = new Happenings(ports.log());
    this.brains = brains;
    this.company = company;
    this.phrases = company.phrases();
    this.meters = meters;
    this.clock = clock;
  }

  /// True when a turn was taken or became moot, so that more may be owed; false when nothing is.
  public boolean takeTurn(ConversationId id) {
    var conversation = ports.conversations().find(id).orElse(null);
    if (conversation == null || !conversation.stage().botMaySpeak()) return false;
    var listening = Listening.to(conversation, ports.owed(), ports.log());
    listening.ifPresent(heard -> answer(conversation, heard));
    return listening.isPresent();
  }

  /// The same for what was just received, without reading where it follows the bot's own last turn.
  /// True when something may still be owed.
  boolean takeTurn(Signal.Committed news) {
    var conversation = news.conversation();
    if (!conversation.stage().botMaySpeak()) return false;
    happenings.follow(news.recorded());
    var listening = Listening.to(news.recorded(), recent.after(conversation.id()));
    return listening.isEmpty() || !answer(conversation, listening.get());
  }

  /// True when the turn was taken and nothing came in between.
  private boolean answer(Conversation conversation, Listening listening) {
    var id = conversation.id();
    var began = clock.instant();
    var thought = think(conversation, listening);
    var append =
        new Append(
            id,
            new Append.Condition.Speaking(Owed.Kind.TURN, listening.upTo(), conversation.epoch()),
            events(conversation, listening, thought, began));
    recent.forget(id);
    return switch (ports.log().append(append)) {
      case Appended.Done done -> {
        happenings.follow(done.recorded());
        meters.decided(thought.step().decision(), listening.since());
        boolean all = done.recorded().getFirst().seq() == listening.upTo() + 1;
        if (all) recent.remember(id, new Recent.After(done.lastSeq(), thought.step().dialogue()));
        yield all;
      }
      case Appended.Repeated _, Appended.Refused _ -> {
        meters.dropped();
        LOG.info("conversation {}: the answer came too late and is dropped", id);
        yield false;
      }
    };
  }

  /// A decided turn with the words to say.
  private record Thought(Step step, Understandings understood, Optional<Content> words) {}

  private Thought think(Conversation conversation, Listening listening) {
    var brain = brains.current();
    var situation =
        Situation.of(
                conversation.stage(),
                conversation.epoch(),
                listening.memory(),
                language(conversation, listening))
            .amid(ports.around().of(conversation, ports.conversations(), happenings, clock));
    try {
      var heard = listening.heard(brain.recogniser());
      return decide(conversation, brain, situation, heard);
    } catch (RuntimeException | StackOverflowError broken) {
      LOG.error("conversation {}: the bot failed and lets go", conversation.id(), broken);
      var step = deciding(brain).broken(situation);
      return new Thought(step, Understandings.none(brain), words(step, brain, situation, null));
    }
  }

  private Thought decide(Conversation conversation, Brain brain, Situation situation, Heard heard) {
    var deciding = deciding(brain);
    var step = deciding.decide(situation, heard);
    Orders.Lookup found = null;
    if (step.decision() instanceof Decision.Act act) {
      ports.signals().publish(new Signal.Typing(conversation.id(), new Author.Bot(), true));
      found = ports.orders().find(act.value());
      step = deciding.conclude(situation, heard, step, found);
    }
    return new Thought(step, Understandings.of(brain, heard), words(step, brain, situation, found));
  }

  private Deciding deciding(Brain brain) {
    return new Deciding(brain.catalogue(), brain.rules(), meters);
  }

  private Optional<Content> words(
      Step step, Brain brain, Situation situation, Orders.@Nullable Lookup found) {
    return new Wording(brain.catalogue(), brain.rules(), phrases, company)
        .say(
            step, Language.of(step.dialogue().language()), situation.after(step.dialogue()), found);
  }

  private List<ConversationEvent> events(
      Conversation conversation, Listening listening, Thought thought, Instant began) {
    var now = clock.instant();
    var step = thought.step();
    long millis = Duration.between(began, now).toMillis();
    var events = new ArrayList<ConversationEvent>();
    events.add(
        new ConversationEvent.TurnDecided(
            thought.understood().turn(step, listening.upTo(), millis), now));
    thought
        .words()
        .map(words -> new Message(new Author.Bot(), conversation.line(), words, null))
        .ifPresent(message -> events.add(new ConversationEvent.MessageSent(message, now)));
    if (conversation.stage().waitsForPerson())
      events.addAll(Consequences.facts(listening, step, now));
    Consequences.event(conversation, step.decision(), now).ifPresent(events::add);
    return events;
  }

  /// The contact's own language where it is known; the words of a message decide later.
  private Language language(Conversation conversation, Listening listening) {
    if (listening.memory() != null) return Language.of(listening.memory().language());
    if (listening.language() != null) return Language.of(listening.language());
    return ports
        .conversations()
        .contact(conversation.contact())
        .map(contact -> contact.details().language())
        .map(Language::of)
        .orElse(Language.DE);
  }
}
