package io.direktdraht.channel.web;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveFeed;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.Viewer;
import io.direktdraht.conversation.log.Cursors.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One open socket of a visitor.
final class Visit implements Viewer {
  final Visitor visitor;
  final LiveSocket socket;
  final @Nullable String language;
  private final Reception reception;
  private final LiveFeed feed;
  private @Nullable Object lastDesk;

  Visit(Reception reception, LiveSocket socket, Reception.Guest guest) {
    this.reception = reception;
    this.socket = socket;
    this.visitor = guest.visitor();
    this.language = guest.language();
    this.feed =
        new LiveFeed(
            reception.shown,
            (recorded, now) -> socket.send(reception.frames.event(recorded, now.stage())));
  }

  @Override
  public @Nullable ConversationId conversation() {
    return feed.conversation();
  }

  @Override
  public synchronized void begin(Conversation now, long after) {
    feed.begin(now, after);
    desk();
  }

  @Override
  public synchronized void news(Conversation now, List<Recorded> recorded) {
    if (!now.id().equals(feed.conversation())) {
      begin(now, 0);
      return;
    }
    feed.news(now, recorded);
    for (var one : recorded) {
      if (one.event() instanceof ConversationEvent.TurnDecided(var turn, _))
        socket.send(reception.frames.cursors(new Cursor(turn.upTo(), turn.upTo())));
      if (Hub.movesQueue(one)) desk();
    }
  }

  @Override
  public void typing(Author author, boolean active) {
    socket.send(reception.frames.typing(author, active));
  }

  /// Tells the desk's state when it is not the one last told.
  synchronized void desk() {
    var desk = reception.desk(feed.conversation());
    if (desk.equals(lastDesk)) return;
    lastDesk = desk;
    socket.send(reception.frames.desk(desk));
  }
}
