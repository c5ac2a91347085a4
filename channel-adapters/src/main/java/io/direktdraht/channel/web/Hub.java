package io.direktdraht.channel.web;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Every open widget socket of this node, by conversation and by visitor, so that all tabs show the
/// same.
final class Hub implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int TICKS_TO_CHECK = 10;
  private static final Duration PING_AFTER = Duration.ofSeconds(20);
  private static final Duration GONE_AFTER = Duration.ofSeconds(60);

  private final Reception reception;
  private final Map<Visitor, Set<Visit>> byVisitor = new ConcurrentHashMap<>();
  private final Map<ConversationId, Set<Visit>> byConversation = new ConcurrentHashMap<>();
  private final Signals.Subscription subscription;
  private final Pulse heart;
  private volatile boolean deskChanged;
  private int ticks; // of the heart's thread alone

  Hub(Reception reception, Signals signals) {
    this.reception = reception;
    this.subscription = signals.subscribe(this::hear);
    this.heart = new Pulse("widget-heart", TICK, this::tick);
  }

  int size() {
    return byVisitor.values().stream().mapToInt(Set::size).sum();
  }

  void enter(Visit visit) {
    add(byVisitor, visit.visitor, visit);
  }

  /// The visit follows this conversation from now on; every other tab of the visitor does too.
  void follow(Visit visit, Conversation conversation, long after) {
    var before = visit.conversation();
    if (before != null && !before.equals(conversation.id())) remove(byConversation, before, visit);
    synchronized (visit) { // a hint that comes in between must find where the visit begins
      add(byConversation, conversation.id(), visit);
      visit.show(conversation, after);
    }
  }

  void joinAll(Visitor visitor, Conversation conversation) {
    for (var visit : byVisitor.getOrDefault(visitor, Set.of()))
      synchronized (visit) { // two tabs that write at once must not both begin anew
        if (!conversation.id().equals(visit.conversation())) follow(visit, conversation, 0);
      }
  }

  void leave(Visit visit) {
    remove(byVisitor, visit.visitor, visit);
    var conversation = visit.conversation();
    if (conversation != null) remove(byConversation, conversation, visit);
  }

  @Override
  public void close() {
    subscription.close();
    heart.close();
  }

  private void hear(Signal signal) {
    switch (signal) {
      case Signal.Committed(var conversation, var recorded, _) -> {
        if (recorded.stream().anyMatch(Hub::movesQueue)) deskChanged = true;
        later(conversation.id(), visit -> show(visit, conversation, recorded));
      }
      case Signal.Typing(_, Author.Contact(), _) -> {}
      case Signal.Typing(var id, var author, boolean active) ->
          later(id, visit -> visit.socket.send(reception.frames.typing(author, active)));
      case Signal.CursorMoved(var id, var side, var cursor) -> {
        if (side == Side.TEAM)
          later(id, visit -> visit.socket.send(reception.frames.cursors(cursor)));
      }
      case Signal.Presence _, Signal.DeskChanged _ -> deskChanged = true;
    }
  }

  private void show(Visit visit, Conversation conversation, List<Recorded> recorded) {
    visit.show(conversation, recorded);
    for (var one : recorded) {
      if (one.event() instanceof ConversationEvent.TurnDecided(var turn, _))
        visit.socket.send(reception.frames.cursors(new Cursor(turn.upTo(), turn.upTo())));
      if (movesQueue(one)) visit.desk();
    }
  }

  private void later(ConversationId id, Consumer<Visit> work) {
    var visits = byConversation.get(id);
    if (visits != null) Thread.ofVirtual().name("show-" + id).start(() -> visits.forEach(work));
  }

  private static boolean movesQueue(Recorded recorded) {
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
    for (var visits : byVisitor.values())
      for (var visit : visits) {
        if (tellDesk) visit.desk();
        if (check) check(visit.socket);
      }
  }

  private void check(LiveSocket socket) {
    if (socket.silence().compareTo(GONE_AFTER) > 0)
      socket.close(LiveSocket.GOING_AWAY, "no sign of life");
    else if (socket.silence().compareTo(PING_AFTER) > 0)
      socket.send(reception.frames.plain("ping"));
  }

  private static <K> void add(Map<K, Set<Visit>> visits, K key, Visit visit) {
    visits.compute(
        key,
        (_, set) -> {
          var next = set == null ? ConcurrentHashMap.<Visit>newKeySet(1) : set;
          next.add(visit);
          return next;
        });
  }

  private static <K> void remove(Map<K, Set<Visit>> visits, K key, Visit visit) {
    visits.computeIfPresent(
        key,
        (_, set) -> {
          set.remove(visit);
          return set.isEmpty() ? null : set;
        });
  }
}
