package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.ConversationId;

/// A message on its way to a platform; (conversation, seq) names it for ever.
public record OutboundMessage(
    ConversationId conversation, long seq, String recipient, Author author, Content content) {}
