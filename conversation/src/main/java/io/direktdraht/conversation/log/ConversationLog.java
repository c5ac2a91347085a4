package io.direktdraht.conversation.log;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Recorded;
import java.util.List;

/// The append-only log: gap-free places per conversation. What `append` returns as done is on disk.
public interface ConversationLog {
  Appended append(Append append);

  /// Events after this place, in order, at most `limit`.
  List<Recorded> read(ConversationId conversation, long after, int limit);
}
