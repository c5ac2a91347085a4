package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The log: gap-free places per conversation. What `append` returns as done is on disk, and nothing
/// in it changes but by a {@link Revision}.
public interface ConversationLog {
  Appended append(Append append);

  /// Events after this place, in order, at most `limit`.
  List<Recorded> read(ConversationId conversation, long after, int limit);

  /// Events from the newest on, read while they are asked for, a few at first: what is sought is
  /// mostly near the end.
  default Stream<Recorded> backwards(Conversation conversation) {
    return Backwards.pages(conversation.lastSeq())
        .flatMap(page -> read(conversation.id(), page.after(), page.size()).reversed().stream());
  }

  /// The message that was received on this line under the sender's own id.
  Optional<Recorded> received(Line.Id line, String key);
}
