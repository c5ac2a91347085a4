package io.direktdraht.conversation.log;

import io.direktdraht.conversation.ConversationId;
import java.util.Collection;
import java.util.Map;

/// How far each side has received and read. Never goes down.
public interface Cursors {
  enum Side {
    CONTACT,
    TEAM
  }

  record Cursor(long delivered, long read) {
    public static final Cursor NONE = new Cursor(0, 0);

    /// What is read was delivered.
    public Cursor {
      delivered = Math.max(delivered, read);
    }

    public Cursor max(Cursor other) {
      return new Cursor(Math.max(delivered, other.delivered), Math.max(read, other.read));
    }
  }

  Cursor of(ConversationId conversation, Side side);

  /// Those of many at once, {@link Cursor#NONE} where nothing was received yet.
  Map<ConversationId, Cursor> of(Collection<ConversationId> conversations, Side side);

  /// The cursor after moving it up to this one.
  Cursor advance(ConversationId conversation, Side side, Cursor to);
}
