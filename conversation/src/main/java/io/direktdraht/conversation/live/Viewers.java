package io.direktdraht.conversation.live;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.util.function.Consumer;

/// Every viewer of one line that is connected to this node, by address and by conversation, so that
/// all clients of a contact show the same.
public final class Viewers<K, V extends Viewer> implements AutoCloseable {
  private final Gathering<K, V> byAddress = new Gathering<>();
  private final Gathering<ConversationId, V> byConversation = new Gathering<>();
  private final Signals.Subscription subscription;

  public Viewers(Signals signals) {
    this.subscription = signals.subscribe(this::hear);
  }

  public int size() {
    return byAddress.size();
  }

  public void enter(K address, V viewer) {
    byAddress.add(address, viewer);
  }

  /// The viewer follows this conversation from now on.
  public void follow(V viewer, Conversation conversation, long after) {
    var before = viewer.conversation();
    if (before != null && !before.equals(conversation.id())) byConversation.remove(before, viewer);
    synchronized (viewer) { // a hint that comes in between must find where the viewer begins
      byConversation.add(conversation.id(), viewer);
      viewer.begin(conversation, after);
    }
  }

  /// Whoever is at this address follows this conversation.
  public void joinAll(K address, Conversation conversation) {
    for (var viewer : byAddress.at(address))
      synchronized (viewer) { // two clients that write at once must not both begin anew
        if (!conversation.id().equals(viewer.conversation())) follow(viewer, conversation, 0);
      }
  }

  public void leave(K address, V viewer) {
    byAddress.remove(address, viewer);
    var conversation = viewer.conversation();
    if (conversation != null) byConversation.remove(conversation, viewer);
  }

  public void each(Consumer<V> work) {
    for (var viewers : byAddress.all()) viewers.forEach(work);
  }

  public void eachAt(K address, Consumer<V> work) {
    byAddress.at(address).forEach(work);
  }

  /// In another thread, for each that follows this conversation.
  public void later(ConversationId id, Consumer<V> work) {
    var viewers = byConversation.at(id);
    if (!viewers.isEmpty())
      Thread.ofVirtual().name("show-" + id).start(() -> viewers.forEach(work));
  }

  @Override
  public void close() {
    subscription.close();
  }

  /// Whoever followed a conversation that ended because it was another's goes on there.
  private void moveOn(ConversationId ended, Conversation goingOn) {
    later(
        ended,
        viewer -> {
          synchronized (viewer) {
            if (ended.equals(viewer.conversation())) follow(viewer, goingOn, 0);
          }
        });
  }

  private void hear(Signal signal) {
    switch (signal) {
      case Signal.Committed(var conversation, var recorded, _) -> {
        later(
            conversation.id(),
            viewer -> {
              if (conversation.id().equals(viewer.conversation()))
                viewer.news(conversation, recorded);
            });
        for (var one : recorded)
          if (one.event() instanceof ConversationEvent.ContactJoined joined
              && joined.merged() != null) moveOn(joined.merged(), conversation);
      }
      case Signal.Typing(_, Author.Contact(), _) -> {}
      case Signal.Typing(var id, var author, boolean active) ->
          later(id, viewer -> viewer.typing(author, active));
      case Signal.FromAfar(var what) -> hear(what);
      case Signal.CursorMoved _, Signal.Presence _, Signal.DeskChanged _ -> {}
    }
  }
}
