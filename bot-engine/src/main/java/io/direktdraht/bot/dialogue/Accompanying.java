package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Escalation.Reason;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.Intent;
import io.direktdraht.intents.Language;
import io.direktdraht.intents.recognise.Entity;
import io.direktdraht.intents.recognise.Verdict;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the bot does for somebody who waits: it says once what was noted, takes what is given or
/// put right, has the desk say how long it takes, and helps where it is certain. It asks one thing
/// at most and never stands in the way.
final class Accompanying {
  private static final String ORDER_NUMBER = Entity.Kind.ORDER_NUMBER.label();
  private static final int LONGEST_MATTER = 200;

  /// Whoever waits for a person is not to be bothered with a guess.
  private static final double CERTAIN = 0.9;

  /// Where nothing may be asked: danger, and where the bot does not understand or does not work.
  private static final Set<Reason> UNASKED =
      EnumSet.of(Reason.SAFETY, Reason.LANGUAGE, Reason.BOT_ERROR);

  private final Catalogue catalogue;

  Accompanying(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The memory of a hand-off about this intent, empty for none: what is noted is to be confirmed,
  /// what a person will need and nobody has said is asked for.
  Dialogue handedOff(Dialogue dialogue, Escalation why, String matter) {
    boolean known = catalogue.has(matter) && !Planning.SMALL_TALK.contains(matter);
    var noted =
        known
            ? Memory.with(
                dialogue,
                Dialogue.MATTER,
                catalogue.intent(matter).title(Language.of(dialogue.language())))
            : dialogue;
    return Memory.awaiting(
        Memory.handedOff(noted), UNASKED.contains(why.reason()) ? null : first(noted, matter));
  }

  /// Whether a picture is invited to: nobody has to answer, so it is no question.
  boolean wantsPhoto(Escalation why, String matter) {
    return !UNASKED.contains(why.reason()) && needs(matter, Intent.PHOTO);
  }

  private boolean needs(String matter, String what) {
    return catalogue.has(matter) && catalogue.intent(matter).collect().contains(what);
  }

  private @Nullable Pending first(Dialogue dialogue, String matter) {
    if (dialogue.slots().containsKey(ORDER_NUMBER)) return new Pending.Confirmation();
    return needs(matter, ORDER_NUMBER) ? new Pending.Missing(ORDER_NUMBER) : null;
  }

  /// Asks for a person again: the one who comes knows, and what was asked may still be answered.
  static Step again(Dialogue dialogue, Escalation why) {
    var pending = dialogue.pending();
    return new Step(
        new Decision.HandOff(why), Memory.awaiting(Memory.handedOff(dialogue), pending));
  }

  /// `escalates`: the catalogue has the request for people alone.
  Step step(Situation situation, Heard heard, Proposal proposal, boolean escalates) {
    var before = proposal.before();
    var facts = facts(situation, heard, before);
    if (facts.isPresent()) return facts.get();
    var address = address(heard);
    if (address.isPresent()) return new Step(address.get(), before);
    var step = proposal.step();
    return helps(step.decision(), heard, escalates)
        ? new Step(
            step.decision(),
            Memory.awaiting(Memory.succeeded(step.dialogue()), before.pending()),
            step.first())
        : new Step(new Decision.Silence(), before);
  }

  private static Optional<Step> facts(Situation situation, Heard heard, Dialogue before) {
    var pending = before.pending();
    var number = corrected(situation.dialogue(), before);
    if (heard.says(Heard.RIGHT)) return Optional.of(confirmed(before));
    if (heard.says(Heard.WRONG)) return Optional.of(asked(before));
    if (heard.command() != null) return Optional.empty();
    return switch (pending) {
      case Pending.Missing _, Pending.Confirmation _, Pending.Correction _
          when number.isPresent() && !asks(heard) ->
          Optional.of(noted(before, ORDER_NUMBER, number.get()));
      case Pending.Confirmation _ when FollowUp.right(heard.text()) ->
          Optional.of(confirmed(before));
      case Pending.Confirmation _ when FollowUp.wrong(heard.text()) -> Optional.of(asked(before));
      case Pending.Confirmation _ ->
          FollowUp.rather(heard.text()).map(matter -> noted(before, Dialogue.MATTER, matter));
      case Pending.Correction _ when !asks(heard) && !heard.text().isBlank() ->
          Optional.of(noted(before, Dialogue.MATTER, heard.text().strip()));
      case null, default -> Optional.empty();
    };
  }

  /// A question is answered, also when it names what was asked for.
  private static boolean asks(Heard heard) {
    return certain(heard) && heard.text().contains("?");
  }

  /// The order number that this turn brought, if it is another one than before.
  private static Optional<String> corrected(Dialogue was, Dialogue is) {
    var number = is.slots().get(ORDER_NUMBER);
    return Optional.ofNullable(number).filter(n -> !n.equals(was.slots().get(ORDER_NUMBER)));
  }

  private static Step confirmed(Dialogue dialogue) {
    return new Step(new Decision.ConfirmFacts(dialogue.slots()), Memory.awaiting(dialogue, null));
  }

  private static Step asked(Dialogue dialogue) {
    return new Step(
        new Decision.AskCorrection(), Memory.awaiting(dialogue, new Pending.Correction()));
  }

  private static Step noted(Dialogue dialogue, String fact, String value) {
    int end = Math.min(value.length(), LONGEST_MATTER);
    if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) end--;
    var kept = value.substring(0, end);
    return new Step(
        new Decision.NoteFact(fact, kept),
        Memory.awaiting(Memory.with(dialogue, fact, kept), null));
  }

  /// Where an answer may go besides: an e-mail address, or a number to call.
  private static Optional<Decision> address(Heard heard) {
    return heard
        .entity(Entity.Kind.EMAIL)
        .<Decision>map(email -> new Decision.NoteAddress(Contact.Detail.EMAIL, email))
        .or(() ->
            heard
                .entity(Entity.Kind.PHONE)
                .map(phone -> new Decision.NoteAddress(Contact.Detail.PHONE, phone)));
  }

  private static boolean helps(Decision decision, Heard heard, boolean escalates) {
    return switch (decision) {
      case Decision.Answer(var intent, _) ->
          !Planning.SMALL_TALK.contains(intent) && certain(heard) && !escalates;
      case Decision.Act _ -> true;
      case Decision.Ask _,
          Decision.Clarify _,
          Decision.HandOff _,
          Decision.Invite _,
          Decision.Withdraw _,
          Decision.NoteAddress _,
          Decision.NoteFact _,
          Decision.ConfirmFacts _,
          Decision.AskCorrection _,
          Decision.TellStanding _,
          Decision.Receive _,
          Decision.Thank _,
          Decision.Silence _ ->
          false;
    };
  }

  private static boolean certain(Heard heard) {
    return heard.command() != null
        || (heard.understanding().verdict() instanceof Verdict.Sure(var candidate)
            && candidate.probability() >= CERTAIN);
  }
}
