package io.direktdraht.conversation.live;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client of a contact that is connected right now.
public interface Viewer {
  /// What it follows, null before the first message.
  @Nullable ConversationId conversation();

  /// Follows this conversation from a place on.
  void begin(Conversation now, long after);

  void news(Conversation now, List<Recorded> recorded);

  /// Somebody else than the contact.
  void typing(Author author, boolean active);
}
