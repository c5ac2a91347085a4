package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.way.Heard;
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

  /// How many parts the platform has accepted already, and when the contact last wrote in this
  /// conversation on this line, null for never. `blocked`: they have blocked us there since.
  /// `elsewhere`: somebody answers them in the platform's own inbox. `again`: this is not the first
  /// attempt.
  public record Progress(
      int parts, @Nullable Instant heard, boolean blocked, boolean elsewhere, boolean again) {
    public static final Progress NONE = of(0, Heard.NEVER, false);

    static Progress of(int parts, Heard heard, boolean again) {
      return new Progress(parts, heard.at(), heard.blocked(), heard.elsewhere(), again);
    }
  }

  public OutboundMessage(
      ConversationId conversation, long seq, String recipient, Author author, Content content) {
    this(conversation, seq, recipient, author, content, Progress.NONE);
  }
}
