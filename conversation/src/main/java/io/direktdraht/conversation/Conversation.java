package io.direktdraht.conversation;

import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import java.time.Instant;

/// One thread with one contact, over whatever lines it travels. Immutable: each event gives the
/// next version. `line` is where answers go: where the contact last wrote, or where an agent has
/// answered since; `epoch` rises exactly when the speaker changes.
public record Conversation(
    ConversationId id,
    ContactId contact,
    Line.Id line,
    Stage stage,
    long epoch,
    Marks marks,
    Instant openedAt,
    Instant touchedAt) {

  /// Places in the log, 0 for none: the last event, the last one the contact may see, the bot's
  /// last turn, the last message that a turn has answered, and where the bot last let go.
  public record Marks(long lastSeq, long lastShown, long lastTurn, long answered, long handoff) {
    static final Marks NONE = new Marks(0, 0, 0, 0, 0);

    private Marks after(ConversationEvent event, Stage stage) {
      long seq = lastSeq + 1;
      long shown = Audience.CONTACT.sees(event) ? seq : lastShown;
      return switch (event) {
        case ConversationEvent.TurnDecided(var turn, _) ->
            new Marks(seq, shown, seq, turn.upTo(), handoff);
        case ConversationEvent.HandoffRequested _ when stage instanceof Stage.WithBot ->
            new Marks(seq, shown, lastTurn, answered, seq);
        default -> new Marks(seq, shown, lastTurn, answered, handoff);
      };
    }
  }

  public static Conversation opened(
      ConversationId id, ContactId contact, Line.Id line, Instant now) {
    return new Conversation(id, contact, line, new Stage.WithBot(), 1, Marks.NONE, now, now);
  }

  /// The same as another contact's.
  public Conversation of(ContactId other) {
    return new Conversation(id, other, line, stage, epoch, marks, openedAt, touchedAt);
  }

  public boolean open() {
    return !(stage instanceof Stage.Resolved);
  }

  public long lastSeq() {
    return marks.lastSeq();
  }

  /// The version after this event; the event's own place is {@link #lastSeq()} of the result.
  public Conversation after(ConversationEvent event) {
    long newEpoch = changesSpeaker(event) ? epoch + 1 : epoch;
    return new Conversation(
        id,
        contact,
        lineAfter(event),
        stageAfter(event),
        newEpoch,
        marks.after(event, stage),
        openedAt,
        event.at());
  }

  /// The event in its place: `before` is this version, the place is the next one.
  public Recorded place(ConversationEvent event) {
    return new Recorded(id, marks.lastSeq + 1, marks.lastShown, event);
  }

  private Line.Id lineAfter(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.MessageReceived(var message, _) -> message.line();
      case ConversationEvent.MessageSent(var message, _)
          when message.author() instanceof Author.Agent ->
          message.line();
      default -> line;
    };
  }

  private Stage stageAfter(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.HandoffRequested(var why, var at) ->
          stage instanceof Stage.WithBot
              ? new Stage.Waiting(why, at)
              : stage; // asking twice keeps the place
      case ConversationEvent.HandoffWithdrawn _ ->
          stage.waitsForPerson() ? new Stage.WithBot() : stage;
      case ConversationEvent.PromiseMade made ->
          stage.waitsForPerson()
              ? stage.waited().<Stage>map(wait -> promised(made, wait)).orElse(stage)
              : stage;
      case ConversationEvent.AgentJoined(var agent, var name, _) -> with(agent, name);
      case ConversationEvent.Transferred t -> with(t.to(), t.toName());
      case ConversationEvent.Requeued requeued -> waitingAgain(requeued);
      case ConversationEvent.ReturnedToBot _, ConversationEvent.Reopened _ -> new Stage.WithBot();
      case ConversationEvent.Resolved(var outcome, _, _) -> new Stage.Resolved(outcome);
      case ConversationEvent.MessageReceived _,
          ConversationEvent.TurnDecided _,
          ConversationEvent.MessageSent _,
          ConversationEvent.MessageEdited _,
          ConversationEvent.MessageWithdrawn _,
          ConversationEvent.SendFailed _,
          ConversationEvent.SendConfirmed _,
          ConversationEvent.ReachChanged _,
          ConversationEvent.HandledElsewhere _,
          ConversationEvent.NoteAdded _,
          ConversationEvent.DetailGiven _,
          ConversationEvent.FactGiven _,
          ConversationEvent.FactsConfirmed _,
          ConversationEvent.StandingAsked _,
          ConversationEvent.ContactJoined _,
          ConversationEvent.ContactParted _,
          ConversationEvent.Forwarded _,
          ConversationEvent.HandoffJudged _ ->
          stage;
      case ConversationEvent.PromiseKept _, ConversationEvent.PromiseBroken _ -> unpromised();
    };
  }

  private Stage unpromised() {
    return stage instanceof Stage.WithAgent with
        ? new Stage.WithAgent(with.agent(), with.name(), null, with.before())
        : stage;
  }

  private static Stage promised(ConversationEvent.PromiseMade made, Stage.Waiting wait) {
    return new Stage.Promised(made.promise(), made.due(), wait.why(), wait.since(), made.kind());
  }

  private Stage with(AgentId agent, String name) {
    return new Stage.WithAgent(
        agent, name, stage.openPromise().orElse(null), stage.waited().orElse(null));
  }

  /// Back with the original time, and what is still promised; for another team if one is named.
  private Stage waitingAgain(ConversationEvent.Requeued r) {
    if (!(stage instanceof Stage.WithAgent with)) return stage;
    var wait = stage.waited().orElseGet(() -> new Stage.Waiting(r.why(), r.at()));
    var why = r.team() == null ? wait.why() : wait.why().team(r.team());
    var p = with.promised();
    return p == null
        ? new Stage.Waiting(why, wait.since())
        : new Stage.Promised(p.promise(), p.due(), why, wait.since(), p.what());
  }

  private static boolean changesSpeaker(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.AgentJoined _,
          ConversationEvent.Transferred _,
          ConversationEvent.Requeued _,
          ConversationEvent.ReturnedToBot _,
          ConversationEvent.Resolved _,
          ConversationEvent.Reopened _ ->
          true;
      case ConversationEvent.MessageReceived _,
          ConversationEvent.TurnDecided _,
          ConversationEvent.MessageSent _,
          ConversationEvent.MessageEdited _,
          ConversationEvent.MessageWithdrawn _,
          ConversationEvent.SendFailed _,
          ConversationEvent.SendConfirmed _,
          ConversationEvent.ReachChanged _,
          ConversationEvent.HandledElsewhere _,
          ConversationEvent.HandoffRequested _,
          ConversationEvent.HandoffWithdrawn _,
          ConversationEvent.NoteAdded _,
          ConversationEvent.PromiseMade _,
          ConversationEvent.PromiseKept _,
          ConversationEvent.PromiseBroken _,
          ConversationEvent.HandoffJudged _,
          ConversationEvent.DetailGiven _,
          ConversationEvent.FactGiven _,
          ConversationEvent.FactsConfirmed _,
          ConversationEvent.StandingAsked _,
          ConversationEvent.ContactJoined _,
          ConversationEvent.ContactParted _,
          ConversationEvent.Forwarded _ ->
          false;
    };
  }
}
