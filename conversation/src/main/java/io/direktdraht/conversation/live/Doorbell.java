package io.direktdraht.conversation.live;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets a thread wait until something new is in a conversation's log.
public final class Doorbell {
  private final Gathering<ConversationId, Ring> rings = new Gathering<>();

  public Doorbell(Signals signals) {
    signals.subscribe(this::hear);
  }

  private void hear(Signal signal) {
    switch (signal) {
      case Signal.Committed(var conversation, _, _) ->
          rings.at(conversation.id()).forEach(Ring::ring);
      case Signal.FromAfar(var what) -> hear(what);
      case Signal.Typing _, Signal.CursorMoved _, Signal.Presence _, Signal.DeskChanged _ -> {}
    }
  }

  /// Rings from now on; what happened before must be read after this.
  public Ring at(ConversationId conversation) {
    var ring = new Ring(conversation);
    rings.add(conversation, ring);
    return ring;
  }

  /// One listener at one conversation.
  public final class Ring implements AutoCloseable {
    private final ConversationId conversation;
    private final Semaphore news = new Semaphore(0);

    private Ring(ConversationId conversation) {
      this.conversation = conversation;
    }

    /// True when something happened since the last call, at once or within this time.
    public boolean await(Duration longest) throws InterruptedException {
      boolean rang = news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
      news.drainPermits();
      return rang;
    }

    @Override
    public void close() {
      rings.remove(conversation, this);
    }

    private void ring() {
      news.release();
    }
  }
}
