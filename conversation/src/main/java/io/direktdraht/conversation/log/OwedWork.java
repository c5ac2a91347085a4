package io.direktdraht.conversation.log;

import io.direktdraht.conversation.ConversationId;
import java.util.List;

/// What is owed, for the sweep that finds it again after a crash and for the consumer that does it.
public interface OwedWork {
  /// Conversations that are owed this kind of work, the longest owed first.
  List<ConversationId> conversations(Owed.Kind kind, int limit);

  /// The places in this conversation that are owed this kind of work, in order.
  List<Long> places(Owed.Kind kind, ConversationId conversation);
}
