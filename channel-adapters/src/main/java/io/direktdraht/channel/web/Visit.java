package io.direktdraht.channel.web;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.Audience;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One open socket of a visitor. Shows each event once and in order, whatever the order of the
/// hints: a gap is filled from the log.
final class Visit {
  final Visitor visitor;
  final LiveSocket socket;
  final @Nullable String language;
  private final Reception reception;
  private volatile @Nullable ConversationId conversation;
  private long shown;
  private @Nullable Object lastDesk;

  Visit(Reception reception, LiveSocket socket, Reception.Guest guest) {
    this.reception = reception;
    this.socket = socket;
    this.visitor = guest.visitor();
    this.language = guest.language();
  }

  @Nullable ConversationId conversation() {
    return conversation;
  }

  /// Shows this conversation from a place on.
  synchronized void show(Conversation now, long after) {
    conversation = now.id();
    shown = after;
    catchUp(now.stage());
    desk();
  }

  /// Shows what is new; another conversation than before is shown from its beginning.
  synchronized void show(Conversation now, List<Recorded> recorded) {
    if (!now.id().equals(conversation)) {
      show(now, 0);
      return;
    }
    for (var one : recorded) {
      if (!Audience.CONTACT.sees(one.event()) || one.seq() <= shown) continue;
      if (one.prevShown() > shown) {
        catchUp(now.stage());
        return;
      }
      send(one, now.stage());
    }
  }

  /// Tells the desk's state when it is not the one last told.
  synchronized void desk() {
    var desk = reception.desk(conversation);
    if (desk.equals(lastDesk)) return;
    lastDesk = desk;
    socket.send(reception.frames.desk(desk));
  }

  private void catchUp(Stage stage) {
    var id = conversation;
    if (id == null) return;
    for (var one : reception.shownAfter(id, shown)) send(one, stage);
  }

  private void send(Recorded recorded, Stage stage) {
    socket.send(reception.frames.event(recorded, stage));
    shown = recorded.seq();
  }
}
