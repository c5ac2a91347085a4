package io.direktdraht.bot.dialogue;

import io.direktdraht.bot.escalation.Fact;
import io.direktdraht.bot.escalation.Facts;
import io.direktdraht.bot.escalation.Rule;
import io.direktdraht.bot.escalation.Rules;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Escalation.Needs;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.shop.Orders;
import io.direktdraht.intents.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Asks the rules whether a person shall take over, and holds what no rule may change: a wish for a
/// person, a second failed turn, an intent for people and an outage let go in any case.
final class LettingGo {
  /// A second failed turn in a row hands off in that turn; cannot be raised.
  private static final int STRIKES = 2;

  /// What a message itself is reason enough for, also of somebody who waits already.
  private static final Set<Reason> OF_THE_MESSAGE =
      EnumSet.of(
          Reason.HUMAN_WISH,
          Reason.SAFETY,
          Reason.LEGAL,
          Reason.EMOTION,
          Reason.COMPLEX,
          Reason.VIP);

  private static final Set<Fact> FEELINGS = EnumSet.range(Fact.EMOTION_ANGER, Fact.MOOD);

  private final Rules rules;
  private final Rules.Trouble trouble;

  LettingGo(Rules rules, Rules.Trouble trouble) {
    this.rules = rules;
    this.trouble = trouble;
  }

  /// What the rules say to a turn.
  sealed interface Judgement {
    record Stay() implements Judgement {}

    /// The contact is asked first.
    record Ask(Escalation why) implements Judgement {}

    record Go(Escalation why) implements Judgement {}
  }

  static boolean ofTheMessage(Reason reason) {
    return OF_THE_MESSAGE.contains(reason);
  }

  Judgement judge(TurnFacts turn) {
    var must = must(turn);
    var match = rules.first(turn, rule -> admits(rule, turn, must.isPresent()), trouble);
    if (must.isPresent()) return new Judgement.Go(urgent(turn, must.get(), match));
    return match
        .<Judgement>map(one -> {
          var why = escalation(one, turn);
          return one.rule().ask() ? new Judgement.Ask(why) : new Judgement.Go(why);
        })
        .orElseGet(Judgement.Stay::new);
  }

  Escalation broken(Situation situation) {
    Facts facts = fact -> fact == Fact.BOT_ERROR ? true : situation.around().value(fact);
    return rules
        .first(facts, rule -> rule.reason() == Reason.BOT_ERROR && !rule.ask(), trouble)
        .map(one -> escalation(one, List.of()))
        .orElseGet(() -> plain(Reason.BOT_ERROR));
  }

  /// Why a person must come whatever the rules say.
  private static Optional<Reason> must(TurnFacts turn) {
    var waits = turn.situation().stage().waitsForPerson();
    if (turn.heard().wishesPerson()) return Optional.of(Reason.HUMAN_WISH);
    if (turn.proposal().lookup() instanceof Orders.Lookup.Unavailable)
      return Optional.of(Reason.BOT_ERROR);
    if (waits) return Optional.empty();
    if (turn.escalates()) return Optional.of(Reason.COMPLAINT);
    return turn.proposal().failed() && failures(turn) >= most(turn)
        ? Optional.of(Reason.TWO_STRIKES)
        : Optional.empty();
  }

  /// The rule that holds, or, where none does, what is said without one. A wish stays a wish, but
  /// waits no longer than what was said with it; only danger goes before it.
  private Escalation urgent(TurnFacts turn, Reason must, Optional<Rules.Match> match) {
    var first = match.map(one -> escalation(one, turn)).orElseGet(() -> plain(must, turn));
    if (must != Reason.HUMAN_WISH
        || first.reason() == Reason.HUMAN_WISH
        || first.reason() == Reason.SAFETY) return first;
    var wish =
        rules
            .first(turn, rule -> rule.reason() == Reason.HUMAN_WISH, trouble)
            .map(one -> escalation(one, turn))
            .orElseGet(() -> plain(must, turn));
    var needs = wish.needs();
    int priority = Math.max(needs.priority(), first.needs().priority());
    return new Escalation(
        wish.reason(),
        wish.rule(),
        wish.words(),
        new Needs(needs.team(), needs.skill(), priority),
        wish.evidence());
  }

  private static boolean admits(Rule rule, TurnFacts turn, boolean must) {
    var proposal = turn.proposal();
    if (turn.situation().stage().waitsForPerson())
      return !rule.ask()
          && (ofTheMessage(rule.reason())
              || (rule.reason() == Reason.BOT_ERROR && proposal.lookup() != null));
    if (rule.strikes() > 0
        && !(proposal.failed() && failures(turn) >= Math.min(rule.strikes(), most(turn))))
      return false;
    return !rule.ask() || (!must && mayAsk(rule, proposal));
  }

  /// Somebody is asked once, after an answer, and not again once they declined.
  private static boolean mayAsk(Rule rule, Proposal proposal) {
    boolean answered =
        switch (proposal.step().decision()) {
          case Decision.Answer _ -> true;
          case Decision.Act _ -> proposal.lookup() instanceof Orders.Lookup.Found;
          case Decision.Ask _,
              Decision.Clarify _,
              Decision.HandOff _,
              Decision.Invite _,
              Decision.Withdraw _,
              Decision.NoteAddress _,
              Decision.Thank _,
              Decision.NoteFact _,
              Decision.ConfirmFacts _,
              Decision.AskCorrection _,
              Decision.TellStanding _,
              Decision.Receive _,
              Decision.Silence _ ->
              false;
        };
    var before = proposal.before();
    return answered && !before.declined() && !Memory.wasInvited(before, rule.id());
  }

  private static int failures(TurnFacts turn) {
    return turn.proposal().step().dialogue().failures();
  }

  /// Who has declined a person before is not kept for a second failure.
  private static int most(TurnFacts turn) {
    return turn.proposal().before().declined() ? 1 : STRIKES;
  }

  private static Escalation escalation(Rules.Match match, TurnFacts turn) {
    return escalation(match, words(match.rule().reason(), match.names(), turn));
  }

  private static Escalation escalation(Rules.Match match, List<String> words) {
    var rule = match.rule();
    return new Escalation(rule.reason(), rule.id(), words, rule.needs(), match.evidence());
  }

  private static Escalation plain(Reason reason, TurnFacts turn) {
    var facts = EnumSet.of(Fact.HUMAN_WISH, Fact.BOT_ERROR, Fact.INTENT_ESCALATES);
    return new Escalation(reason, label(reason), words(reason, facts, turn));
  }

  private static Escalation plain(Reason reason) {
    return new Escalation(reason, label(reason), List.of());
  }

  private static String label(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /// The words of the contact, or of what was looked up, by which the rule's facts became true.
  private static List<String> words(Reason reason, Set<Fact> facts, TurnFacts turn) {
    var heard = turn.heard();
    if (facts.contains(Fact.HUMAN_WISH) && heard.wishesPerson()) return heard.wish();
    if (facts.contains(Fact.BOT_ERROR)
        && turn.proposal().lookup() instanceof Orders.Lookup.Unavailable(var why))
      return List.of(why);
    if (reason == Reason.TWO_STRIKES) return List.of();
    if (facts.contains(Fact.MOOD)) return turn.proposal().before().mood().words();
    if (facts.stream().anyMatch(FEELINGS::contains)) return heard.understanding().emotion().words();
    if (facts.contains(Fact.INTENT) || facts.contains(Fact.INTENT_ESCALATES))
      return turn.title(Language.of(turn.situation().dialogue().language()));
    return List.of();
  }
}
