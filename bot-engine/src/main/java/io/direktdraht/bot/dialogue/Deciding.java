package io.direktdraht.bot.dialogue;

import static io.direktdraht.conversation.Escalation.Reason;

import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides a turn: (situation, what was heard) to a step, by one catalogue. Pure.
///
/// Order matters: a wish for a person comes before everything that could say no to it.
public final class Deciding {
  /// A second failed turn in a row hands off in that turn; cannot be raised.
  private static final int STRIKES = 2;

  /// From here on the language of a message is certain enough to change the bot's.
  private static final double LANGUAGE_SURE = 0.75;

  /// Whoever waits for a person is not to be bothered with a guess.
  private static final double CERTAIN = 0.9;

  /// Small talk may be answered again in other words without being a failure.
  private static final Set<String> SMALL_TALK =
      Set.of("greeting", "goodbye", "thanks", "praise", "bot_identity");

  private final Catalogue catalogue;

  public Deciding(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public Step decide(Situation situation, Heard heard) {
    var felt = heard.understanding().emotion();
    var dialogue = LastingMood.after(remember(situation, heard), felt);
    var stage = situation.stage();
    if (heard.says(Heard.BOT)) // a wish too, and the newest: its button's title must not undo it
    return new Step(new Decision.Withdraw(), Memory.declined(dialogue));
    var urgent = wish(heard).or(() -> alarm(heard)).or(() -> LastingMood.of(dialogue, felt));
    if (urgent.isPresent()) return handOff(dialogue, urgent.get());
    if (stage instanceof Stage.Promised) {
      var email = heard.entity(Entity.Kind.EMAIL);
      if (email.isPresent()) return new Step(new Decision.NoteAddress(email.get()), dialogue);
    }
    if (stage.waitsForPerson()) return whileWaiting(dialogue, heard);
    return withBot(dialogue, heard);
  }

  /// What follows from a look-up. Whether the turn failed is known only now.
  public Step conclude(Situation situation, Step acting, Orders.Lookup lookup) {
    return concluded(situation, acting, lookup).after(acting.first());
  }

  private Step concluded(Situation situation, Step acting, Orders.Lookup lookup) {
    var act = (Decision.Act) acting.decision();
    var dialogue = acting.dialogue();
    return switch (lookup) {
      case Orders.Lookup.Found _ -> new Step(act, Memory.succeeded(dialogue));
      case Orders.Lookup.NotFound() -> {
        var slot = new Pending.SlotValue(act.intent(), slot(act.intent()));
        var asked = Memory.awaiting(dialogue, slot);
        yield situation.stage().waitsForPerson() ? new Step(act, asked) : strike(asked, act);
      }
      case Orders.Lookup.Unavailable(var reason) ->
          handOff(
              dialogue, new Escalation(Reason.BOT_ERROR, "lookup_unavailable", List.of(reason)));
    };
  }

  private Dialogue remember(Situation situation, Heard heard) {
    var dialogue = situation.dialogue();
    var understanding = heard.understanding();
    // What nobody understands, e.g. a slip of the keyboard, says nothing about the language either.
    boolean tells = !situation.met() || !(understanding.verdict() instanceof Verdict.Unknown);
    if (heard.command() == null && tells && understanding.languageConfidence() >= LANGUAGE_SURE)
      dialogue = Memory.speaking(dialogue, understanding.language().code());
    var number = heard.entity(Entity.Kind.ORDER_NUMBER);
    return number.isPresent()
        ? Memory.with(dialogue, Entity.Kind.ORDER_NUMBER.label(), number.get())
        : dialogue;
  }

  private static Optional<Escalation> wish(Heard heard) {
    var wish = heard.understanding().humanWish();
    boolean zero = heard.text().lines().anyMatch(line -> line.strip().equals("0"));
    if (!heard.says(Heard.HUMAN) && !zero && !wish.wanted()) return Optional.empty();
    var words = wish.words().isEmpty() ? List.of(heard.text().strip()) : wish.words();
    return Optional.of(new Escalation(Reason.HUMAN_WISH, "human_wish", words));
  }

  private static Optional<Escalation> alarm(Heard heard) {
    var emotion = heard.understanding().emotion();
    if (emotion.strong())
      return Optional.of(
          switch (emotion.feeling()) {
            case SAFETY -> new Escalation(Reason.SAFETY, "danger", emotion.words());
            case THREAT_LEGAL -> new Escalation(Reason.LEGAL, "threat", emotion.words());
            case CALM, ANGER, FRUSTRATION, ANXIETY, SADNESS, SARCASM ->
                new Escalation(Reason.EMOTION, "strong_emotion", emotion.words());
          });
    return switch (heard.understanding().gravity()) {
      case NONE -> Optional.empty();
      case COMPLEX -> Optional.of(new Escalation(Reason.COMPLEX, "complex_request", List.of()));
      case VIP -> Optional.of(new Escalation(Reason.VIP, "vip", List.of()));
    };
  }

  /// The bot may still help whoever waits, but never asks back and never counts failures.
  private Step whileWaiting(Dialogue dialogue, Heard heard) {
    var step = withBot(dialogue, heard);
    return switch (step.decision()) {
      case Decision.Answer(var intent, _) when SMALL_TALK.contains(intent) || !certain(heard) ->
          silent(dialogue);
      case Decision.Answer _, Decision.Act _ ->
          new Step(step.decision(), Memory.succeeded(step.dialogue()));
      case Decision.Ask _,
          Decision.Clarify _,
          Decision.HandOff _,
          Decision.Withdraw _,
          Decision.NoteAddress _,
          Decision.Silence _ ->
          silent(dialogue);
    };
  }

  private static boolean certain(Heard heard) {
    return heard.command() != null
        || (heard.understanding().verdict() instanceof Verdict.Sure(var candidate)
            && candidate.probability() >= CERTAIN);
  }

  private Step withBot(Dialogue dialogue, Heard heard) {
    if (heard.says(Heard.NONE)) return strike(dialogue, clarify(List.of()));
    if (heard.command() != null && catalogue.has(heard.command()))
      return meant(Memory.awaiting(dialogue, null), catalogue.intent(heard.command()));
    var verdict = heard.understanding().verdict();
    if (!(verdict instanceof Verdict.Sure)
        && !dialogue.said().isEmpty()
        && Rejection.in(heard.text())) return strike(dialogue, clarify(List.of()));
    if (dialogue.pending() instanceof Pending.SlotValue(var intent, var slot)
        && catalogue.has(intent)) return awaited(dialogue, heard, catalogue.intent(intent), slot);
    if (dialogue.pending() instanceof Pending.Choice(var offered)) {
      var chosen = FollowUp.chosen(heard.text(), offered);
      if (chosen.isPresent())
        return meant(Memory.awaiting(dialogue, null), catalogue.intent(chosen.get()));
    }
    if (asksForAnotherOrder(dialogue, heard))
      return form(Memory.without(dialogue, slot(ORDER_STATUS)), catalogue.intent(ORDER_STATUS));
    var several = Requests.of(catalogue, heard.understanding().requests(), dialogue);
    if (several.isPresent())
      return meant(dialogue, catalogue.intent(several.get().main())).after(several.get().first());
    return switch (verdict) {
      case Verdict.Sure(var candidate) -> meant(dialogue, catalogue.intent(candidate.intent()));
      case Verdict.Between _, Verdict.Unknown _ when bareOrderNumber(heard) ->
          meant(dialogue, catalogue.intent(ORDER_STATUS));
      case Verdict.Between(var candidates) -> choose(dialogue, candidates);
      case Verdict.Unknown() -> strike(dialogue, clarify(likely(heard)));
    };
  }

  private static final String ORDER_STATUS = "order_status";

  /// "And the other order?" right after one was looked up, without saying which.
  private boolean asksForAnotherOrder(Dialogue dialogue, Heard heard) {
    return !dialogue.said().isEmpty()
        && dialogue.said().getLast().startsWith(ORDER_STATUS + "=")
        && heard.entity(Entity.Kind.ORDER_NUMBER).isEmpty()
        && FollowUp.anotherOrder(heard.text());
  }

  /// Nothing but an order number: what else could be meant than its status?
  private boolean bareOrderNumber(Heard heard) {
    return catalogue.has(ORDER_STATUS)
        && heard.understanding().entities().stream()
            .filter(entity -> entity.kind() == Entity.Kind.ORDER_NUMBER)
            .anyMatch(
                entity -> heard.text().strip().length() - (entity.end() - entity.start()) < 12);
  }

  private Step awaited(Dialogue dialogue, Heard heard, Intent intent, String slot) {
    if (heard.entity(Entity.Kind.ORDER_NUMBER).isPresent()) return meant(dialogue, intent);
    return switch (heard.understanding().verdict()) {
      case Verdict.Sure(var other) when !other.intent().equals(intent.id()) ->
          meant(Memory.awaiting(dialogue, null), catalogue.intent(other.intent()));
      case Verdict.Sure _, Verdict.Between _, Verdict.Unknown _ ->
          strike(dialogue, new Decision.Ask(intent.id(), slot, true));
    };
  }

  private Step meant(Dialogue dialogue, Intent intent) {
    if (intent.escalate() != null)
      return handOff(
          dialogue,
          new Escalation(Reason.COMPLAINT, intent.id(), List.of(intent.title(language(dialogue)))));
    if (intent.form() != null) return form(dialogue, intent);
    if (SMALL_TALK.contains(intent.id())) return smallTalk(dialogue, intent);
    var key = intent.id();
    if (Memory.lastSaid(dialogue, key))
      return strike(dialogue, new Decision.Clarify(List.of(), true));
    return done(dialogue, new Decision.Answer(intent.id(), 0), key);
  }

  private Step smallTalk(Dialogue dialogue, Intent intent) {
    int variants = intent.answers(language(dialogue)).size();
    for (int variant = 0; variant < variants; variant++) {
      var key = intent.id() + "#" + variant;
      if (!dialogue.said().contains(key))
        return done(dialogue, new Decision.Answer(intent.id(), variant), key);
    }
    // Whether a bot speaks is answered as often as it is asked.
    return intent.id().equals("bot_identity")
        ? strike(dialogue, new Decision.Answer(intent.id(), 0))
        : silent(dialogue);
  }

  private Step form(Dialogue dialogue, Intent intent) {
    var slot = slot(intent.id());
    var value = dialogue.slots().get(slot);
    if (value == null) {
      var asking = Memory.awaiting(dialogue, new Pending.SlotValue(intent.id(), slot));
      var question = intent.id() + "?";
      return Memory.lastSaid(dialogue, question)
          ? strike(asking, new Decision.Ask(intent.id(), slot, true))
          : done(asking, new Decision.Ask(intent.id(), slot, false), question);
    }
    var key = intent.id() + "=" + value;
    if (Memory.lastSaid(dialogue, key))
      return strike(dialogue, new Decision.Clarify(List.of(), true));
    var act = new Decision.Act(intent.id(), action(intent), value);
    return new Step(act, Memory.said(Memory.awaiting(dialogue, null), key));
  }

  private Step choose(Dialogue dialogue, List<Candidate> candidates) {
    var intents = candidates.stream().map(Candidate::intent).toList();
    var key = "clarify:" + String.join(",", intents);
    var decision = clarify(intents);
    if (Memory.lastSaid(dialogue, key)) return strike(dialogue, decision);
    return done(Memory.awaiting(dialogue, new Pending.Choice(intents)), decision, key);
  }

  private static Decision clarify(List<String> intents) {
    return new Decision.Clarify(intents, false);
  }

  /// Worth offering although not understood: the two best guesses, if they are guesses at all.
  private static List<String> likely(Heard heard) {
    return heard.understanding().candidates().stream()
        .filter(candidate -> candidate.probability() >= 0.15)
        .limit(2)
        .map(Candidate::intent)
        .toList();
  }

  /// A failed turn: the second in a row, or the first after a declined person, hands off at once.
  private static Step strike(Dialogue dialogue, Decision otherwise) {
    var failed = Memory.failed(dialogue);
    if (failed.failures() >= (dialogue.declined() ? 1 : STRIKES))
      return handOff(dialogue, new Escalation(Reason.TWO_STRIKES, "two_strikes", List.of()));
    return new Step(otherwise, failed);
  }

  private static Step handOff(Dialogue dialogue, Escalation why) {
    return new Step(new Decision.HandOff(why), Memory.handedOff(dialogue));
  }

  private static Step done(Dialogue dialogue, Decision decision, String said) {
    return new Step(decision, Memory.said(Memory.succeeded(dialogue), said));
  }

  private static Step silent(Dialogue dialogue) {
    return new Step(new Decision.Silence(), dialogue);
  }

  private String slot(String intent) {
    var form = catalogue.intent(intent).form();
    if (form == null) throw new IllegalStateException("intent " + intent + " has no form");
    return form.slots().getFirst().name();
  }

  private static String action(Intent intent) {
    var form = intent.form();
    if (form == null) throw new IllegalStateException("intent " + intent.id() + " has no form");
    return form.action();
  }

  private static Language language(Dialogue dialogue) {
    return Language.of(dialogue.language());
  }
}
