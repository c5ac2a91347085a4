package io.direktdraht.channel.web;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.live.Viewers;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;

/// Every open widget socket of this node: shows them the conversation and the desk, and notices who
/// is gone.
final class Hub implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int TICKS_TO_CHECK = 10;
  private static final Duration PING_AFTER = Duration.ofSeconds(20);
  private static final Duration GONE_AFTER = Duration.ofSeconds(60);

  private final Reception reception;
  private final Viewers<Visitor, Visit> visits;
  private final Signals.Subscription subscription;
  private final Pulse heart;
  private volatile boolean deskChanged;
  private int ticks; // of the heart's thread alone

  Hub(Reception reception, Signals signals) {
    this.reception = reception;
    this.visits = new Viewers<>(signals);
    this.subscription = signals.subscribe(this::hear);
    this.heart = new Pulse("widget-heart", TICK, this::tick);
  }

  int size() {
    return visits.size();
  }

  void enter(Visit visit) {
    visits.enter(visit.visitor, visit);
  }

  /// The visit follows this conversation from now on; every other tab of the visitor does too.
  void follow(Visit visit, Conversation conversation, long after) {
    visits.follow(visit, conversation, after);
  }

  void joinAll(Visitor visitor, Conversation conversation) {
    visits.joinAll(visitor, conversation);
  }

  void leave(Visit visit) {
    visits.leave(visit.visitor, visit);
  }

  @Override
  public void close() {
    subscription.close();
    visits.close();
    heart.close();
  }

  private void hear(Signal signal) {
    switch (signal) {
      case Signal.Committed(_, var recorded, _) -> {
        if (recorded.stream().anyMatch(Hub::movesQueue)) deskChanged = true;
      }
      case Signal.CursorMoved(var id, var side, var cursor) -> {
        if (side == Side.TEAM)
          visits.later(id, visit -> visit.socket.send(reception.frames.cursors(cursor)));
      }
      case Signal.Typing _ -> {}
      case Signal.FromAfar(var what) -> hear(what);
      case Signal.Presence _, Signal.DeskChanged _ -> deskChanged = true;
    }
  }

  static boolean movesQueue(Recorded recorded) {
    return switch (recorded.event()) {
      case ConversationEvent.HandoffRequested _,
          ConversationEvent.HandoffWithdrawn _,
          ConversationEvent.AgentJoined _,
          ConversationEvent.Requeued _,
          ConversationEvent.ReturnedToBot _,
          ConversationEvent.PromiseMade _,
          ConversationEvent.Resolved _ ->
          true;
      default -> false;
    };
  }

  private void tick(Pulse beating) {
    boolean tellDesk = deskChanged;
    deskChanged = false;
    boolean check = ticks++ % TICKS_TO_CHECK == 0;
    if (!tellDesk && !check) return;
    visits.each(visit -> {
      if (tellDesk) visit.desk();
      if (check) check(visit.socket);
    });
  }

  private void check(LiveSocket socket) {
    if (socket.silence().compareTo(GONE_AFTER) > 0)
      socket.close(LiveSocket.GOING_AWAY, "no sign of life");
    else if (socket.silence().compareTo(PING_AFTER) > 0)
      socket.send(reception.frames.plain("ping"));
  }
}
