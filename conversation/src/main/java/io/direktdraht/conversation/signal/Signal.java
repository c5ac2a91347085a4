package io.direktdraht.conversation.signal;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Owed;
import java.util.List;
import java.util.Set;

/// A hint. Losing one costs time, never a message.
public sealed interface Signal {
  /// Events are on disk.
  record Committed(Conversation conversation, List<Recorded> recorded, Set<Owed.Kind> owes)
      implements Signal {}

  record Typing(ConversationId conversation, Author author, boolean active) implements Signal {}

  record CursorMoved(ConversationId conversation, Cursors.Side side, Cursors.Cursor cursor)
      implements Signal {}

  /// Said when it changes, and again and again while a console of the agent is open.
  record Presence(AgentId agent, State state) implements Signal {
    public enum State {
      AVAILABLE,
      /// Here, and takes nothing new.
      AWAY,
      GONE
    }
  }

  /// What agents are asked to take, or whose promise is about to break, has changed.
  record DeskChanged() implements Signal {}

  /// Another node's signal: to be shown here, while that node does and counts what follows of it.
  /// Of what was committed there nothing is owed here, and it may come a second time.
  record FromAfar(Signal what) implements Signal {}
}
