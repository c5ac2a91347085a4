package io.direktdraht.conversation.log;

import static io.direktdraht.conversation.log.Logs.*;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One event of every kind, with every optional part filled in, in an order that a conversation
/// could take.
public final class AllEvents {
  private AllEvents() {}

  private static Content filled() {
    var values = List.of(new Content.Filled.Value("1", "Eva \u0000"));
    return Content.text("Hallo").as(new Content.Filled("greeting", "de", values));
  }

  public static List<ConversationEvent> everyKind(long upTo) {
    var promise = PromiseId.next(NINE);
    var why =
        new Escalation(Escalation.Reason.EMOTION, "strong_emotion", List.of("Frechheit", "!!!"));
    var content =
        new Content("Was meinen Sie? 🌳\u0000", "/x", List.of(new Content.Choice("Ja", "/ja")));
    var events = new ArrayList<ConversationEvent>(elsewhere(upTo));
    events.addAll(
        List.of(
            new ConversationEvent.MessageReceived(
                new Message(new Author.Contact(), WEB, content, "key"), NINE),
            new ConversationEvent.TurnDecided(turn(upTo), NINE),
            new ConversationEvent.MessageSent(
                new Message(new Author.Bot(), WEB, content, null), NINE),
            new ConversationEvent.HandoffRequested(why, NINE),
            new ConversationEvent.PromiseMade(promise, NINE.plusSeconds(3600), NINE),
            new ConversationEvent.HandoffWithdrawn(NINE),
            new ConversationEvent.AgentJoined(ANA, "Ana", NINE),
            new ConversationEvent.MessageSent(
                new Message(new Author.Agent(ANA, "Ana"), WEB, filled(), "id"), NINE),
            new ConversationEvent.NoteAdded(ANA, "Ana", "nur für uns", "note", NINE),
            new ConversationEvent.Transferred(ANA, BEN, "Ben", "kennt sich aus", NINE),
            new ConversationEvent.MessageSent(
                new Message(new Author.System(), WEB, Content.text("Ben ist da"), null), NINE),
            new ConversationEvent.ReturnedToBot(BEN, "erledigt", NINE),
            new ConversationEvent.PromiseKept(promise, NINE),
            new ConversationEvent.AgentJoined(BEN, "Ben", NINE),
            new ConversationEvent.Requeued(
                BEN, ConversationEvent.Requeued.Cause.PUT_BACK, "service", "für euch", NINE),
            new ConversationEvent.PromiseBroken(promise, NINE),
            new ConversationEvent.HandoffJudged(
                BEN, ConversationEvent.HandoffJudged.Verdict.WRONG_TEAM, NINE),
            new ConversationEvent.StandingAsked(NINE),
            new ConversationEvent.Resolved(Outcome.SOLVED_BY_AGENT, BEN, NINE),
            new ConversationEvent.Reopened(NINE)));
    return events;
  }

  /// What other lines bring.
  private static List<ConversationEvent> elsewhere(long upTo) {
    return List.of(
        new ConversationEvent.SendFailed(upTo, "ambiguous", "reset", NINE),
        new ConversationEvent.SendConfirmed(upTo, NINE),
        new ConversationEvent.MessageEdited(upTo, "Halo", "Hallo", NINE),
        new ConversationEvent.MessageWithdrawn(upTo + 1, NINE),
        new ConversationEvent.ReachChanged(WEB, false, NINE),
        new ConversationEvent.HandledElsewhere(WEB, false, ANA, NINE),
        new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, "a@b.de", NINE),
        new ConversationEvent.FactGiven("order_number", "LH-402915", "LH-402916", NINE),
        new ConversationEvent.FactsConfirmed(Map.of("order_number", "LH-402916"), NINE),
        joined(),
        new ConversationEvent.Forwarded(1, 2, PUSHED, NINE),
        new ConversationEvent.ContactParted(JoinId.next(NINE), NINE));
  }

  private static ConversationEvent joined() {
    return new ConversationEvent.ContactJoined(
        JoinId.next(NINE), PUSHED, Proof.AGENT, ANA, ConversationId.next(NINE), NINE);
  }

  private static Turn turn(long upTo) {
    return new Turn(
        "clarify",
        "order_status",
        new Turn.Understood(
            "de",
            List.of(new Turn.Candidate("order_status", "Bestellstatus", 0.51)),
            List.of(new Turn.Entity("order_number", "LH-402915")),
            true,
            -0.5,
            List.of("Mensch")),
        new Turn.Dialogue(
            1,
            "de",
            Map.of("order_number", "LH-402915"),
            new Turn.Pending.Choice(List.of("order_status", "delivery_delayed")),
            1,
            true,
            List.of("greeting"),
            new Turn.Mood(-0.5, List.of("endlich"))),
        "v1",
        upTo,
        3);
  }
}
