package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Candidate;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Reaction;
import io.direktdraht.intents.recognise.Verdict;
import java.util.List;
import java.util.Set;

/// What the bot itself would do with what was heard: answer, ask, look up, or say that it did not
/// help. It lets nobody go; that is the rules' business.
final class Planning {
  private static final String ORDER_STATUS = "order_status";
  private static final String THANKS = "thanks";

  /// Small talk may be answered again in other words without being a failure.
  static final Set<String> SMALL_TALK =
      Set.of("greeting", "goodbye", "thanks", "praise", "bot_identity");

  /// Whether a bot speaks is answered as often as it is asked; who says hello again waits for
  /// somebody.
  private static final Set<String> ANSWERED_ALWAYS = Set.of("bot_identity", "greeting");

  private final Catalogue catalogue;

  Planning(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Proposal propose(Dialogue dialogue, Heard heard) {
    if (heard.says(Heard.NONE)) return failing(dialogue, dialogue, clarify(List.of()));
    var command = heard.command();
    if (command != null && catalogue.has(command))
      return meant(dialogue, Memory.awaiting(dialogue, null), command);
    var meant = understood(dialogue, heard);
    return rejects(dialogue, heard) ? meant.rejecting() : meant;
  }

  private Proposal understood(Dialogue dialogue, Heard heard) {
    boolean sure = heard.understanding().verdict() instanceof Verdict.Sure;
    if (!sure && rejects(dialogue, heard)) return failing(dialogue, dialogue, clarify(List.of()));
    if (dialogue.pending() instanceof Pending.SlotValue(var intent, var slot)
        && catalogue.has(intent)) return awaited(dialogue, heard, catalogue.intent(intent), slot);
    var free = Memory.awaiting(dialogue, null);
    if (dialogue.pending() instanceof Pending.Choice(var offered)) {
      var chosen = FollowUp.chosen(heard.text(), offered);
      if (chosen.isPresent()) return meant(dialogue, free, chosen.get());
      if (FollowUp.no(heard.text()) || FollowUp.wrong(heard.text()))
        return failing(dialogue, free, clarify(List.of()));
    }
    return unasked(dialogue, free, heard);
  }

  /// Nothing was asked for that this answers; `dialogue` waits for nothing more.
  private Proposal unasked(Dialogue before, Dialogue dialogue, Heard heard) {
    if (asksForAnotherOrder(dialogue, heard))
      return meant(before, Memory.without(dialogue, slot(ORDER_STATUS)), ORDER_STATUS);
    var several = Requests.of(catalogue, heard.understanding().requests(), dialogue);
    if (several.isPresent()) {
      var main = meant(before, dialogue, several.get().main());
      return new Proposal(before, main.step().after(several.get().first()), main.meant());
    }
    if (!(heard.understanding().verdict() instanceof Verdict.Sure) && takenNote(before, heard))
      return meant(before, dialogue, THANKS);
    var further = Topic.of(before).further(heard.understanding(), heard.text());
    if (further.isPresent() && catalogue.has(further.get()))
      return meant(before, dialogue, further.get());
    return switch (heard.understanding().verdict()) {
      case Verdict.Sure(var candidate) -> meant(before, dialogue, candidate.intent());
      case Verdict.Between _, Verdict.Unknown _ when bareOrderNumber(heard) ->
          meant(before, dialogue, ORDER_STATUS);
      case Verdict.Between(var candidates) -> choose(before, dialogue, candidates);
      case Verdict.Unknown() -> puzzled(before, dialogue, likely(heard));
    };
  }

  private static Proposal puzzled(Dialogue before, Dialogue dialogue, List<String> guesses) {
    var asking = Memory.awaiting(dialogue, new Pending.Choice(guesses));
    return failing(before, asking, clarify(guesses));
  }

  private boolean takenNote(Dialogue dialogue, Heard heard) {
    return !dialogue.said().isEmpty()
        && catalogue.has(THANKS)
        && (settled(heard) || FollowUp.seen(heard.text()));
  }

  private static boolean settled(Heard heard) {
    return heard.understanding().reaction() == Reaction.NOTED && !heard.asks();
  }

  /// An answer can be rejected, a question or a greeting cannot.
  private static boolean rejects(Dialogue dialogue, Heard heard) {
    var before = Memory.intentBefore(dialogue);
    return !before.isEmpty()
        && !SMALL_TALK.contains(before)
        && !(dialogue.pending() instanceof Pending.Choice)
        && rejecting(heard);
  }

  private static boolean rejecting(Heard heard) {
    return switch (heard.understanding().reaction()) {
      case REJECTED -> true;
      case NOTED -> Rejection.in(heard.text());
      case NONE -> Rejection.in(heard.text()) || Rejection.denies(heard.text());
    };
  }

  /// What a form asks for first.
  String slot(String intent) {
    var form = catalogue.intent(intent).form();
    if (form == null) throw new IllegalStateException("intent " + intent + " has no form");
    return form.slots().getFirst().name();
  }

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

  private Proposal awaited(Dialogue dialogue, Heard heard, Intent intent, String slot) {
    if (heard.entity(Entity.Kind.ORDER_NUMBER).isPresent())
      return meant(dialogue, dialogue, intent.id());
    return switch (heard.understanding().verdict()) {
      case Verdict.Sure(var other) when !other.intent().equals(intent.id()) ->
          meant(dialogue, Memory.awaiting(dialogue, null), other.intent());
      case Verdict.Between _, Verdict.Unknown _ when catalogue.has(THANKS) && settled(heard) ->
          meant(dialogue, Memory.awaiting(dialogue, null), THANKS);
      case Verdict.Sure _, Verdict.Between _, Verdict.Unknown _ ->
          failing(dialogue, dialogue, new Decision.Ask(intent.id(), slot, true));
    };
  }

  private Proposal meant(Dialogue before, Dialogue dialogue, String id) {
    var intent = catalogue.intent(id);
    return new Proposal(before, answering(dialogue, intent), id);
  }

  private Step answering(Dialogue dialogue, Intent intent) {
    if (intent.form() != null) return form(dialogue, intent);
    if (SMALL_TALK.contains(intent.id())) return smallTalk(dialogue, intent);
    var key = intent.id();
    return Memory.lastSaid(dialogue, key) || Memory.lastSaid(dialogue, again(key))
        ? further(dialogue, intent, key)
        : done(dialogue, new Decision.Answer(intent.id(), 0), key);
  }

  /// A second question of the same kind gets another answer, where there is one.
  private static Step further(Dialogue dialogue, Intent intent, String key) {
    boolean another = intent.answers(Language.of(dialogue.language())).size() > 1;
    return another && Memory.lastSaid(dialogue, key)
        ? done(dialogue, new Decision.Answer(intent.id(), 1), again(key))
        : repeated(dialogue);
  }

  private static String again(String key) {
    return key + "#1";
  }

  private static Step repeated(Dialogue dialogue) {
    return failed(dialogue, new Decision.Clarify(List.of(), true));
  }

  private Step smallTalk(Dialogue dialogue, Intent intent) {
    int variants = intent.answers(Language.of(dialogue.language())).size();
    for (int variant = 0; variant < variants; variant++) {
      var key = intent.id() + "#" + variant;
      if (!dialogue.said().contains(key))
        return done(dialogue, new Decision.Answer(intent.id(), variant), key);
    }
    return ANSWERED_ALWAYS.contains(intent.id())
        ? failed(dialogue, new Decision.Answer(intent.id(), 0))
        : new Step(new Decision.Silence(), dialogue);
  }

  private Step form(Dialogue dialogue, Intent intent) {
    var slot = slot(intent.id());
    var value = dialogue.slots().get(slot);
    if (value == null) {
      var asking = Memory.awaiting(dialogue, new Pending.SlotValue(intent.id(), slot));
      var question = intent.id() + "?";
      return Memory.lastSaid(dialogue, question)
          ? failed(asking, new Decision.Ask(intent.id(), slot, true))
          : done(asking, new Decision.Ask(intent.id(), slot, false), question);
    }
    var key = intent.id() + "=" + value;
    if (Memory.lastSaid(dialogue, key) || Memory.lastSaid(dialogue, again(key)))
      return further(dialogue, intent, key);
    var act = new Decision.Act(intent.id(), action(intent), value);
    return new Step(act, Memory.said(Memory.awaiting(dialogue, null), key));
  }

  private static Proposal choose(Dialogue before, Dialogue dialogue, List<Candidate> candidates) {
    var intents = candidates.stream().map(Candidate::intent).toList();
    var key = Memory.CLARIFY + String.join(",", intents);
    var decision = clarify(intents);
    if (Memory.lastSaid(dialogue, key)) return failing(before, before, decision);
    var asking = Memory.awaiting(dialogue, new Pending.Choice(intents));
    return new Proposal(before, done(asking, decision, key), "");
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

  private static Proposal failing(Dialogue before, Dialogue dialogue, Decision decision) {
    return new Proposal(before, failed(dialogue, decision), "");
  }

  private static Step failed(Dialogue dialogue, Decision decision) {
    return new Step(decision, Memory.failed(dialogue));
  }

  private static Step done(Dialogue dialogue, Decision decision, String said) {
    return new Step(decision, Memory.said(Memory.succeeded(dialogue), said));
  }

  private static String action(Intent intent) {
    var form = intent.form();
    if (form == null) throw new IllegalStateException("intent " + intent.id() + " has no form");
    return form.action();
  }
}
