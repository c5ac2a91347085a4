package io.direktdraht.conversation.log;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;

/// Work that an event leaves to be done. Its consumer deletes it in its own appending transaction.
public record Owed(Kind kind, ConversationId conversation, long seq, Line.Id line) {
  public enum Kind {
    /// The bot answers a received message.
    TURN,
    /// The desk tells the contact where they stand, or makes a promise.
    DESK,
    /// The outbox carries a sent message to its platform.
    DELIVERY
  }
}
