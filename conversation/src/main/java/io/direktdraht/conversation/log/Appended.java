package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.Recorded;
import java.util.List;

/// What became of an append.
public sealed interface Appended {
  /// The events are on disk.
  record Done(Conversation conversation, List<Recorded> recorded) implements Appended {
    public Done {
      recorded = List.copyOf(recorded);
    }

    public long lastSeq() {
      return recorded.getLast().seq();
    }
  }

  /// The key was used before; `seq` is the last place of the first append.
  record Repeated(long seq) implements Appended {}

  /// Nothing was written.
  record Refused(Refusal why) implements Appended {}

  enum Refusal {
    SPEAKER_CHANGED,
    NOT_OWNER,
    NOT_OWED,
    UNKNOWN_CONVERSATION
  }
}
