package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message on its way to a platform; (conversation, seq) names it for ever.
public record OutboundMessage(
    ConversationId conversation,
    long seq,
    String recipient,
    Author author,
    Content content,
    Progress progress) {

  /// How many parts the platform has accepted already, and when the contact last wrote on this
  /// line, null for never. `blocked`: they have blocked us there since.
  public record Progress(int parts, @Nullable Instant heard, boolean blocked) {
    public static final Progress NONE = new Progress(0, null, false);
  }

  public OutboundMessage(
      ConversationId conversation, long seq, String recipient, Author author, Content content) {
    this(conversation, seq, recipient, author, content, Progress.NONE);
  }
}
