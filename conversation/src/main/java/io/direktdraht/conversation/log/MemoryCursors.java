package io.direktdraht.conversation.log;

import io.direktdraht.conversation.ConversationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Cursors in memory, for tests.
public final class MemoryCursors implements Cursors {
  private final Map<Place, Cursor> cursors = new ConcurrentHashMap<>();

  private record Place(ConversationId conversation, Side side) {}

  @Override
  public Cursor of(ConversationId conversation, Side side) {
    return cursors.getOrDefault(new Place(conversation, side), Cursor.NONE);
  }

  @Override
  public Cursor advance(ConversationId conversation, Side side, Cursor to) {
    return cursors.merge(new Place(conversation, side), to, Cursor::max);
  }
}
