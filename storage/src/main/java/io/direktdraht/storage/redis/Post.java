package io.direktdraht.storage.redis;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.signal.Signal;

/// What one node writes to the others. Of what was committed only the places are told: whoever
/// wants it reads the log, and no word of a contact goes through Redis.
sealed interface Post {
  /// Events after this place are on disk.
  record Committed(ConversationId conversation, long after) implements Post {}

  /// Any other signal, as it is.
  record Plain(Signal signal) implements Post {}

  /// A signal from elsewhere has been told already.
  static Post of(Signal signal) {
    return switch (signal) {
      case Signal.Committed(var conversation, var recorded, _) ->
          new Committed(
              conversation.id(),
              recorded.isEmpty() ? conversation.lastSeq() : recorded.getFirst().seq() - 1);
      case Signal.Typing _, Signal.CursorMoved _, Signal.Presence _, Signal.DeskChanged _ ->
          new Plain(signal);
      case Signal.FromAfar _ -> throw new IllegalArgumentException("told by another node");
    };
  }
}
