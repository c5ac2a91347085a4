package io.direktdraht.storage.history;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;

/// A place of the log, as much of it as the checks need. `about` is the message that a failed send
/// names, or the last message that a turn answers; `carried` says that the outbox must carry it.
public record Stored(long seq, Type type, String text, boolean shown, long about, boolean carried) {
  /// What kind of event it is, for the checks.
  public enum Type {
    RECEIVED,
    TURN,
    BOT_SAID,
    AGENT_SAID,
    SYSTEM_SAID,
    SEND_FAILED,
    AMBIGUOUS,
    TAKEN_OVER,
    HANDED_BACK,
    OTHER
  }

  public static Stored of(Recorded recorded, Lines lines) {
    boolean shown = Audience.CONTACT.sees(recorded.event());
    return switch (recorded.event()) {
      case ConversationEvent.MessageReceived(var message, _) ->
          new Stored(recorded.seq(), Type.RECEIVED, message.content().text(), shown, 0, false);
      case ConversationEvent.MessageSent(var message, _) ->
          sent(recorded.seq(), message, shown, lines.delivers(message.line()));
      case ConversationEvent.TurnDecided(var turn, _) ->
          new Stored(recorded.seq(), Type.TURN, turn.decision(), shown, turn.upTo(), false);
      case ConversationEvent.SendFailed failed -> failed(recorded, failed, shown);
      case ConversationEvent.AgentJoined _, ConversationEvent.Transferred _ ->
          named(recorded, Type.TAKEN_OVER, shown);
      case ConversationEvent.ReturnedToBot _,
          ConversationEvent.Requeued _,
          ConversationEvent.Resolved _,
          ConversationEvent.Reopened _ ->
          named(recorded, Type.HANDED_BACK, shown);
      case ConversationEvent.HandoffRequested _,
          ConversationEvent.HandoffWithdrawn _,
          ConversationEvent.MessageEdited _,
          ConversationEvent.MessageWithdrawn _,
          ConversationEvent.SendConfirmed _,
          ConversationEvent.ReachChanged _,
          ConversationEvent.HandledElsewhere _,
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
          named(recorded, Type.OTHER, shown);
    };
  }

  private static Stored sent(long seq, Message message, boolean shown, boolean delivered) {
    return new Stored(seq, author(message), message.content().text(), shown, 0, delivered);
  }

  private static Stored failed(
      Recorded recorded, ConversationEvent.SendFailed failed, boolean shown) {
    var type = failed.failure().equals("ambiguous") ? Type.AMBIGUOUS : Type.SEND_FAILED;
    return new Stored(recorded.seq(), type, failed.reason(), shown, failed.message(), false);
  }

  private static Stored named(Recorded recorded, Type type, boolean shown) {
    return new Stored(
        recorded.seq(), type, recorded.event().getClass().getSimpleName(), shown, 0, false);
  }

  private static Type author(Message message) {
    return switch (message.author()) {
      case Author.Bot() -> Type.BOT_SAID;
      case Author.Agent _ -> Type.AGENT_SAID;
      case Author.System() -> Type.SYSTEM_SAID;
      case Author.Contact() -> Type.RECEIVED;
    };
  }
}
