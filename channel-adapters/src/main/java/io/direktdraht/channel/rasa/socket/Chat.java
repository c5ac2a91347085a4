package io.direktdraht.channel.rasa.socket;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveFeed;
import io.direktdraht.conversation.live.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One visitor's session on one connection: hears what we say as events of Rasa's.
final class Chat implements Viewer {
  final String visitor;
  private final LiveFeed feed;

  Chat(String visitor, Engine engine, Reception reception) {
    this.visitor = visitor;
    this.feed =
        new LiveFeed(
            reception.shown,
            (recorded, _) -> {
              if (recorded.event() instanceof ConversationEvent.MessageSent(var message, _))
                reception.uttered(message, recorded.seq()).forEach(engine.socket::send);
            });
  }

  @Override
  public @Nullable ConversationId conversation() {
    return feed.conversation();
  }

  @Override
  public void begin(Conversation now, long after) {
    feed.begin(now, after);
  }

  @Override
  public void news(Conversation now, List<Recorded> recorded) {
    feed.news(now, recorded);
  }

  /// Rasa's clients know nothing of typing.
  @Override
  public void typing(Author author, boolean active) {}
}
