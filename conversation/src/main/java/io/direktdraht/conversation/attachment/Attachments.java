package io.direktdraht.conversation.attachment;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.ConversationId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The bytes of attachments. Which of them a message refers to is in the log: whoever writes the
/// log notes it in the same transaction.
public interface Attachments {
  /// The bytes are on disk when this returns. `owner` is who brought them, e.g. "agent:ana".
  void store(Attachment attachment, String owner, byte[] bytes, Instant at);

  Optional<Stored> find(Attachment.Id id);

  Optional<byte[]> bytes(Attachment.Id id);

  /// How many bytes this owner has brought since.
  long brought(String owner, Instant since);

  /// Forgets what was stored before and no message refers to. How many it were.
  int sweep(Instant before);

  /// `conversations` are those in which a message refers to it.
  record Stored(Attachment attachment, String owner, Set<ConversationId> conversations) {
    public Stored {
      conversations = Set.copyOf(conversations);
    }
  }
}
