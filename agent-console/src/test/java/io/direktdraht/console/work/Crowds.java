package io.direktdraht.console.work;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.log.Conversations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Conversations that a whole crowd looks at before any of them may act: the first readers wait for
/// each other.
record Crowds(Conversations conversations, CountDownLatch readers) implements Conversations {
  @Override
  public Optional<Conversation> find(ConversationId id) {
    var found = conversations.find(id);
    readers.countDown();
    try {
      readers.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    return found;
  }

  @Override
  public Optional<Conversation> latest(Line.Id line, String sender) {
    return conversations.latest(line, sender);
  }

  @Override
  public List<Conversation> of(ContactId contact, int limit) {
    return conversations.of(contact, limit);
  }

  @Override
  public List<Conversation> inStage(Stage.Kind stage, int limit) {
    return conversations.inStage(stage, limit);
  }

  @Override
  public List<Conversation> idle(
      Stage.Kind stage, Instant before, @Nullable Conversation after, int limit) {
    return conversations.idle(stage, before, after, limit);
  }

  @Override
  public Optional<Contact> contact(ContactId id) {
    return conversations.contact(id);
  }

  @Override
  public Optional<Contact> contact(Contact.Point point) {
    return conversations.contact(point);
  }
}
