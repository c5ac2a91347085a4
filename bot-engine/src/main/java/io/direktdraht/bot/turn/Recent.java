package io.direktdraht.bot.turn;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Turn.Dialogue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bot's memory after its newest turns, so that the next turn need not read what this node has
/// just written. What is not here is in the log.
final class Recent {
  private static final int MOST = 5_000;
  private final Map<ConversationId, After> newest =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, After> eldest) {
          return size() > MOST;
        }
      };

  /// A turn that left nothing owed: its last place in the log, and what the bot remembers.
  record After(long lastSeq, Dialogue memory) {}

  synchronized @Nullable After after(ConversationId id) {
    return newest.get(id);
  }

  synchronized void remember(ConversationId id, After after) {
    newest.put(id, after);
  }

  synchronized void forget(ConversationId id) {
    newest.remove(id);
  }
}
