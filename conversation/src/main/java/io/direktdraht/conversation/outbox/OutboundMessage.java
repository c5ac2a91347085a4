package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.way.Heard;

/// A message on its way to a platform; (conversation, seq) names it for ever.
public record OutboundMessage(
    ConversationId conversation,
    long seq,
    String recipient,
    Author author,
    Content content,
    Progress progress) {

  /// How many parts the platform has accepted already, and when and how the contact last wrote on
  /// this line. `again`: this is not the first attempt.
  public record Progress(int parts, Heard heard, boolean again) {
    public static final Progress NONE = new Progress(0, Heard.NEVER, false);
  }

  public OutboundMessage(
      ConversationId conversation, long seq, String recipient, Author author, Content content) {
    this(conversation, seq, recipient, author, content, Progress.NONE);
  }
}
