package io.direktdraht.console.desk;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.log.OwedWork;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Does what the desk owes: woken by hints, and by a sweep that finds what a crash left behind.
public final class DeskPump implements AutoCloseable {
  private static final int AT_ONCE = 1000;
  private final Desk desk;
  private final OwedWork owed;
  private final Duration sweep;
  private final Queue<ConversationId> hints = new ConcurrentLinkedQueue<>();
  private final Pulse pulse;
  private final Signals.Subscription subscription;
  private long nextSweep = System.nanoTime(); // of the pulse's thread alone

  public DeskPump(Desk desk, OwedWork owed, Signals signals, Duration sweep) {
    this.desk = desk;
    this.owed = owed;
    this.sweep = sweep;
    this.pulse = new Pulse("desk", sweep, this::work);
    this.subscription = signals.subscribe(this::hint);
  }

  /// Finishes the conversation at hand; what is left stays owed.
  @Override
  public void close() {
    subscription.close();
    pulse.close();
  }

  private void hint(Signal signal) {
    switch (signal) {
      case Signal.Committed(var conversation, _, var owes) when owes.contains(Owed.Kind.DESK) -> {
        hints.add(conversation.id());
        pulse.wake();
      }
      case Signal.Committed(_, var recorded, _) -> {
        if (recorded.stream().anyMatch(one -> freesSomebody(one.event()))) pulse.wake();
      }
      case Signal.Presence _ -> pulse.wake();
      case Signal.FromAfar(Signal.Committed(var conversation, _, _))
          when conversation.stage().waitsForPerson() ->
          pulse.wake();
      case Signal.FromAfar(var what) -> hint(what);
      case Signal.Typing _, Signal.CursorMoved _, Signal.DeskChanged _ -> {}
    }
  }

  private static boolean freesSomebody(ConversationEvent event) {
    return event instanceof ConversationEvent.AgentJoined
        || event instanceof ConversationEvent.Transferred
        || event instanceof ConversationEvent.Requeued
        || event instanceof ConversationEvent.ReturnedToBot
        || event instanceof ConversationEvent.Resolved;
  }

  private void work(Pulse beating) {
    for (var next = hints.poll(); next != null && !beating.closing(); next = hints.poll())
      tell(next);
    desk.dispatch();
    if (System.nanoTime() - nextSweep >= 0) sweep(beating);
  }

  private void sweep(Pulse beating) {
    nextSweep = System.nanoTime() + sweep.toNanos();
    Apart.step("who waits", desk::reload);
    for (var id : owed.conversations(Owed.Kind.DESK, AT_ONCE)) {
      if (beating.closing()) return;
      tell(id);
    }
    desk.watch();
    desk.dispatch();
  }

  private void tell(ConversationId id) {
    Apart.with(id, () -> desk.tell(id));
  }
}
