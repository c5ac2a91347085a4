package io.direktdraht.bot.dialogue;

import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.conversation.join.Arrival;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Verdict;
import java.util.EnumSet;
import java.util.Set;

/// Decides a turn: (situation, what was heard) to a step, by one catalogue and one version of the
/// rules. Pure.
///
/// What the bot would do is proposed first; then the rules say whether a person shall do it.
public final class Deciding {
  /// From here on the language of a message is certain enough to change the bot's.
  private static final double LANGUAGE_SURE = 0.75;

  private static final Set<Escalation.Reason> GRAVE =
      EnumSet.of(Escalation.Reason.SAFETY, Escalation.Reason.LEGAL);

  private final Catalogue catalogue;
  private final Planning planning;
  private final LettingGo lettingGo;
  private final Accompanying accompanying;

  /// `trouble` hears of rules that could not be evaluated.
  public Deciding(Catalogue catalogue, Rules rules, Rules.Trouble trouble) {
    this.catalogue = catalogue;
    this.planning = new Planning(catalogue);
    this.lettingGo = new LettingGo(rules, trouble);
    this.accompanying = new Accompanying(catalogue);
  }

  public Step decide(Situation situation, Heard heard) {
    if (heard.wordless() == Heard.Wordless.VOICE) return unheard(situation, heard);
    if (heard.wordless() != null) return thank(situation, heard.wordless());
    if (heard.arrival().isPresent()) return receive(situation, heard.arrival().get());
    var dialogue = Memory.feels(remember(situation, heard), heard.understanding().emotion());
    if (heard.says(Heard.BOT) || stale(situation, heard))
      return pressed(situation, heard, dialogue);
    if (dialogue.pending() instanceof Pending.Invitation(var why)) {
      if (heard.accepts()) return handOff(situation, dialogue, why, "");
      if (heard.declines()) return new Step(new Decision.Withdraw(), Memory.declined(dialogue));
      dialogue = Memory.awaiting(dialogue, null);
    }
    var proposal = planning.propose(dialogue, heard);
    return situation.stage().waitsForPerson()
        ? whileWaiting(situation, heard, proposal)
        : judged(situation, heard, proposal);
  }

  /// What follows from a look-up. Whether the turn failed is known only now.
  public Step conclude(Situation situation, Heard heard, Step acting, Orders.Lookup lookup) {
    var act = (Decision.Act) acting.decision();
    var dialogue = acting.dialogue();
    var step =
        switch (lookup) {
          case Orders.Lookup.Found _ when rejected(situation, dialogue) -> new Step(act, dialogue);
          case Orders.Lookup.Found _ -> new Step(act, Memory.succeeded(dialogue));
          case Orders.Lookup.Unavailable _ -> new Step(act, dialogue);
          case Orders.Lookup.NotFound() -> {
            if (situation.stage().waitsForPerson()) yield new Step(act, dialogue);
            var slot = new Pending.SlotValue(act.intent(), planning.slot(act.intent()));
            yield new Step(act, Memory.failed(Memory.awaiting(dialogue, slot)));
          }
        };
    var found = new Proposal(dialogue, step.after(acting.first()), act.intent(), lookup);
    return judged(situation, heard, found);
  }

  /// What was said before did not help; a number that is found does not undo it.
  private static boolean rejected(Situation before, Dialogue acting) {
    return acting.failures() > before.dialogue().failures();
  }

  /// What is left when the bot itself broke down: nothing was understood.
  public Step broken(Situation situation) {
    return handOff(situation, situation.dialogue(), lettingGo.broken(situation), "");
  }

  /// Nothing was asked yet. Whoever waits hears from the desk that the place is kept.
  private static Step receive(Situation situation, Arrival how) {
    boolean waits = how instanceof Arrival.Joined && situation.stage().waitsForPerson();
    return new Step(
        waits ? new Decision.TellStanding() : new Decision.Receive(how), situation.dialogue());
  }

  /// Nothing to understand, so nothing that could fail. Several in a row are thanked for once;
  /// while the contact waits they are simply there for the person.
  private static Step thank(Situation situation, Heard.Wordless came) {
    var dialogue = situation.dialogue();
    boolean enough = situation.stage().waitsForPerson() || Memory.lastSaid(dialogue, Memory.FILES);
    return enough
        ? new Step(new Decision.Silence(), dialogue)
        : new Step(
            new Decision.Thank(came, dialogue.pending()), Memory.said(dialogue, Memory.FILES));
  }

  /// What the bot cannot listen to did not help, like what it does not understand: who goes on
  /// speaking reaches somebody who listens.
  private Step unheard(Situation situation, Heard heard) {
    var dialogue = situation.dialogue();
    if (situation.stage().waitsForPerson()) return new Step(new Decision.Silence(), dialogue);
    var asking = new Decision.Thank(Heard.Wordless.VOICE, dialogue.pending());
    return judged(
        situation, heard, new Proposal(dialogue, new Step(asking, Memory.failed(dialogue)), ""));
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

  /// A wish for the bot is the newest: its button's title must not undo it. But what else was
  /// written before the press may be grave.
  private Step pressed(Situation situation, Heard heard, Dialogue dialogue) {
    var step =
        heard.says(Heard.BOT)
            ? new Step(new Decision.Withdraw(), Memory.declined(dialogue))
            : new Step(new Decision.Silence(), dialogue);
    var facts = new TurnFacts(catalogue, situation, heard, new Proposal(dialogue, step, ""));
    return lettingGo.judge(facts) instanceof LettingGo.Judgement.Go(var why)
            && GRAVE.contains(why.reason())
        ? handOff(situation, dialogue, why, "")
        : step;
  }

  /// A button about the facts of a hand-off, when nobody waits any more.
  private static boolean stale(Situation situation, Heard heard) {
    return !situation.stage().waitsForPerson()
        && (heard.says(Heard.RIGHT) || heard.says(Heard.WRONG));
  }

  private Step judged(Situation situation, Heard heard, Proposal proposal) {
    var facts = new TurnFacts(catalogue, situation, heard, proposal);
    return switch (lettingGo.judge(facts)) {
      case LettingGo.Judgement.Stay() -> proposal.step();
      case LettingGo.Judgement.Ask(var why) -> invite(proposal.step(), why);
      case LettingGo.Judgement.Go(var why) when LettingGo.ofTheMessage(why.reason()) ->
          handOff(situation, proposal.before(), why, facts.intent());
      case LettingGo.Judgement.Go(var why) ->
          handOff(situation, proposal.before(), why, facts.intent()).after(proposal.step().first());
    };
  }

  /// How long it takes is asked of the desk, also by "when does somebody come?", which sounds like
  /// a wish.
  private Step whileWaiting(Situation situation, Heard heard, Proposal proposal) {
    var facts = new TurnFacts(catalogue, situation, heard, proposal);
    boolean asks = heard.command() == null && WaitQuestion.in(heard.text());
    if (lettingGo.judge(facts) instanceof LettingGo.Judgement.Go(var why)
        && !(asks && why.reason() == Escalation.Reason.HUMAN_WISH))
      return handOff(situation, proposal.before(), why, "");
    return asks
        ? new Step(new Decision.TellStanding(), proposal.before())
        : accompanying.step(situation, heard, proposal, facts.escalates());
  }

  private static Step invite(Step step, Escalation why) {
    var asking =
        Memory.awaiting(Memory.invited(step.dialogue(), why.rule()), new Pending.Invitation(why));
    return new Step(new Decision.Invite(why, step.decision()), asking).after(step.first());
  }

  private Step handOff(Situation situation, Dialogue dialogue, Escalation why, String matter) {
    if (situation.stage().waitsForPerson()) return Accompanying.again(dialogue, why);
    // "A human, please" is about what was spoken of before, not about whether this is a bot.
    boolean tells = !matter.isEmpty() && !Planning.SMALL_TALK.contains(matter);
    var about = tells ? matter : Memory.intentBefore(dialogue);
    return new Step(
        new Decision.HandOff(why, accompanying.wantsPhoto(why, about)),
        accompanying.handedOff(dialogue, why, about));
  }
}
