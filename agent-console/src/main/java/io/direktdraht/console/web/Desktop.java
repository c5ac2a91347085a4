package io.direktdraht.console.web;

import io.direktdraht.console.view.EventView;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.OpenSockets;
import io.direktdraht.conversation.log.ConversationLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One open console: its socket, and the conversation it watches, each event once and in order.
final class Desktop implements OpenSockets.Client {
  private static final int PAGE = 500;
  final SignedIn signedIn;
  final LiveSocket socket;
  private final ConversationLog log;
  private final EventView views;
  private volatile @Nullable ConversationId watched; // asked while another thread catches up
  private long shown;
  private @Nullable String lastBoard; // of the thread alone that tells boards
  private String lastOffer = ConsoleFrames.offer(null); // of the thread alone that tells offers

  Desktop(SignedIn signedIn, LiveSocket socket, ConversationLog log, EventView views) {
    this.signedIn = signedIn;
    this.socket = socket;
    this.log = log;
    this.views = views;
  }

  @Override
  public LiveSocket socket() {
    return socket;
  }

  @Nullable ConversationId watched() {
    return watched;
  }

  synchronized void watch(@Nullable ConversationId conversation, long after) {
    watched = conversation;
    shown = after;
    if (conversation != null) catchUp(conversation);
  }

  synchronized void show(ConversationId conversation, List<Recorded> recorded) {
    if (!conversation.equals(watched)) return;
    for (var one : recorded) {
      if (one.seq() <= shown) continue;
      if (one.seq() > shown + 1) {
        catchUp(conversation);
        return;
      }
      send(one);
    }
  }

  /// Sends the board unless it is the one last sent.
  void board(String frame) {
    if (frame.equals(lastBoard)) return;
    lastBoard = frame;
    socket.send(frame);
  }

  /// Sends what this agent is asked to take unless they know it.
  void offer(String frame) {
    if (frame.equals(lastOffer)) return;
    lastOffer = frame;
    socket.send(frame);
  }

  private void catchUp(ConversationId conversation) {
    var page = log.read(conversation, shown, PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::send);
      page = page.size() < PAGE ? List.of() : log.read(conversation, shown, PAGE);
    }
  }

  private void send(Recorded recorded) {
    socket.send(ConsoleFrames.event(recorded, views.of(recorded)));
    shown = recorded.seq();
  }
}
