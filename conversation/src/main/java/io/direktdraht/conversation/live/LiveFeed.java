package io.direktdraht.conversation.live;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one client of a contact is shown: each event once and in order, whatever the order of the
/// hints; a gap is filled from the log.
public final class LiveFeed {
  private final ContactLog log;
  private final Screen screen;
  private volatile @Nullable ConversationId conversation;
  private long shown;

  /// Where events appear, one after the other; `now` is the conversation as far as it is known.
  public interface Screen {
    void show(Recorded recorded, Conversation now);
  }

  public LiveFeed(ContactLog log, Screen screen) {
    this.log = log;
    this.screen = screen;
  }

  public @Nullable ConversationId conversation() {
    return conversation;
  }

  /// Shows this conversation from a place on.
  public synchronized void begin(Conversation now, long after) {
    conversation = now.id();
    shown = after;
    catchUp(now);
  }

  /// Shows what is new; another conversation than before is shown from its beginning.
  public synchronized void news(Conversation now, List<Recorded> recorded) {
    if (!now.id().equals(conversation)) {
      begin(now, 0);
      return;
    }
    for (var one : recorded) {
      if (!Audience.CONTACT.sees(one.event()) || one.seq() <= shown) continue;
      if (one.prevShown() > shown) {
        catchUp(now);
        return;
      }
      show(one, now);
    }
  }

  private void catchUp(Conversation now) {
    for (var one : log.after(now.id(), shown)) show(one, now);
  }

  private void show(Recorded recorded, Conversation now) {
    screen.show(recorded, now);
    shown = recorded.seq();
  }
}
