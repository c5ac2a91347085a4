package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Revision;
import java.util.ArrayList;
import java.util.List;

/// What events do to a conversation: its next version, their places, what is owed and what no
/// longer is. Pure; every driver of the log writes exactly this.
public record Change(
    Conversation after, List<Recorded> recorded, List<Owed> owes, List<Settled> settles) {

  /// Work of this kind is done from one place up to and including another.
  public record Settled(Owed.Kind kind, long from, long upTo) {
    public Settled(Owed.Kind kind, long upTo) {
      this(kind, 0, upTo);
    }

    public boolean covers(Owed work) {
      return work.kind() == kind && from <= work.seq() && work.seq() <= upTo;
    }
  }

  /// What changes in places that were there before.
  public List<Revision> revisions() {
    return recorded.stream().flatMap(one -> Revision.of(one.event()).stream()).toList();
  }

  public static Change of(Conversation before, List<ConversationEvent> events, Lines lines) {
    var conversation = before;
    var recorded = new ArrayList<Recorded>();
    var owes = new ArrayList<Owed>();
    var settles = new ArrayList<Settled>();
    for (var event : events) {
      var placed = conversation.place(event);
      conversation = conversation.after(event);
      recorded.add(placed);
      settle(placed, owes, settles);
      owe(conversation, placed, lines, owes);
    }
    return new Change(conversation, recorded, owes, settles);
  }

  /// The same, with what the append's condition settles.
  public static Change of(Conversation before, Append append, Lines lines) {
    var change = of(before, append.events(), lines);
    append.settles().ifPresent(change.settles::add);
    return change;
  }

  private static void owe(Conversation now, Recorded placed, Lines lines, List<Owed> owes) {
    switch (placed.event()) {
      case ConversationEvent.MessageReceived(var message, _)
          when message.content().automatic() -> {}
      case ConversationEvent.MessageReceived(var message, _)
          when message.content().forDesk().filter(press -> deskAnswers(now, press)).isPresent() ->
          owes.add(new Owed(Owed.Kind.DESK, now.id(), placed.seq(), now.line()));
      case ConversationEvent.MessageReceived _ when now.stage().botMaySpeak() ->
          owes.add(new Owed(Owed.Kind.TURN, now.id(), placed.seq(), now.line()));
      case ConversationEvent.HandoffRequested _, ConversationEvent.Requeued _
          when now.stage() instanceof Stage.Waiting ->
          owes.add(new Owed(Owed.Kind.DESK, now.id(), placed.seq(), now.line()));
      case ConversationEvent.StandingAsked _ when now.stage().waitsForPerson() ->
          owes.add(new Owed(Owed.Kind.DESK, now.id(), placed.seq(), now.line()));
      case ConversationEvent.MessageSent(var message, _) when lines.owes(message.line()) ->
          owes.add(new Owed(Owed.Kind.DELIVERY, now.id(), placed.seq(), message.line()));
      case ConversationEvent.Forwarded forwarded when lines.owes(forwarded.line()) ->
          owes.add(new Owed(Owed.Kind.DELIVERY, now.id(), placed.seq(), forwarded.line()));
      default -> {}
    }
  }

  /// Whoever waits speaks with the desk; everybody may tell it that all is done.
  private static boolean deskAnswers(Conversation now, String press) {
    return now.stage().waitsForPerson() || (now.open() && press.equals(Content.SOLVED));
  }

  /// A person who takes over, or an end, leaves nothing for the bot to say; an end or a withdrawal
  /// nothing for the desk. Nobody answers what was taken back.
  private static void settle(Recorded placed, List<Owed> owes, List<Settled> settles) {
    switch (placed.event()) {
      case ConversationEvent.AgentJoined _, ConversationEvent.Resolved _ -> {
        forget(Owed.Kind.TURN, placed, owes, settles);
        forget(Owed.Kind.DESK, placed, owes, settles);
      }
      case ConversationEvent.HandoffWithdrawn _ -> forget(Owed.Kind.DESK, placed, owes, settles);
      case ConversationEvent.MessageWithdrawn(long message, _) -> {
        var turn = new Settled(Owed.Kind.TURN, message, message);
        owes.removeIf(turn::covers);
        settles.add(turn);
      }
      default -> {}
    }
  }

  private static void forget(
      Owed.Kind kind, Recorded placed, List<Owed> owes, List<Settled> settles) {
    owes.removeIf(owed -> owed.kind() == kind);
    settles.add(new Settled(kind, placed.seq()));
  }
}
