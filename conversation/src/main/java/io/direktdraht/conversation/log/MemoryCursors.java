package io.direktdraht.conversation.log;

import io.direktdraht.conversation.ConversationId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Cursors in memory, for tests.
public final class MemoryCursors implements Cursors {
  private final Map<Place, Cursor> cursors = new ConcurrentHashMap<>();

  private record Place(ConversationId conversation, Side side) {}

  @Override
  public Cursor of(ConversationId conversation, Side side) {
    return cursors.getOrDefault(new Place(conversation, side), Cursor.NONE);
  }

  @Override
  public Map<ConversationId, Cursor> of(Collection<ConversationId> conversations, Side side) {
    return conversations.stream()
        .distinct()
        .collect(Collectors.toMap(id -> id, id -> of(id, side)));
  }

  @Override
  public Cursor advance(ConversationId conversation, Side side, Cursor to) {
    return cursors.merge(new Place(conversation, side), to, Cursor::max);
  }
}
