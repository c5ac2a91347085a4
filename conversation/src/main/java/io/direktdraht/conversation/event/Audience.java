package io.direktdraht.conversation.event;

/// Who may see an event. The one place that decides it.
public enum Audience {
  CONTACT,
  AGENTS;

  public boolean sees(ConversationEvent event) {
    return switch (this) {
      case AGENTS -> true;
      case CONTACT ->
          switch (event) {
            case ConversationEvent.MessageReceived _,
                ConversationEvent.MessageSent _,
                ConversationEvent.MessageEdited _,
                ConversationEvent.MessageWithdrawn _,
                ConversationEvent.HandoffRequested _,
                ConversationEvent.HandoffWithdrawn _,
                ConversationEvent.AgentJoined _,
                ConversationEvent.Transferred _,
                ConversationEvent.Requeued _,
                ConversationEvent.ReturnedToBot _,
                ConversationEvent.PromiseMade _,
                ConversationEvent.Resolved _,
                ConversationEvent.Reopened _ ->
                true;
            case ConversationEvent.TurnDecided _,
                ConversationEvent.SendFailed _,
                ConversationEvent.SendConfirmed _,
                ConversationEvent.ReachChanged _,
                ConversationEvent.HandledElsewhere _,
                ConversationEvent.NoteAdded _,
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
    };
  }
}
