package io.direktdraht.console.web;

import io.direktdraht.console.desk.Presence;
import io.direktdraht.console.view.Boards;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Every open console of this node: pushes what they watch and what they are asked to take at once,
/// and the board at most twice a second.
public final class ConsoleHub implements AutoCloseable {
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration CHECK = Duration.ofSeconds(5);
  private static final Duration PING_AFTER = Duration.ofSeconds(15);
  private static final Duration GONE_AFTER = Duration.ofSeconds(30);
  private final Set<Desktop> desktops = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean boardChanged = new AtomicBoolean();
  private final Boards boards;
  private final Presence presence;
  private final SignInCookie cookie;
  private final Signals.Subscription subscription;
  private final Pulse heart;
  private final Pulse asking;
  private long nextCheck = System.nanoTime(); // of the heart's thread alone

  public ConsoleHub(Boards boards, Presence presence, SignInCookie cookie, Signals signals) {
    this.boards = boards;
    this.presence = presence;
    this.cookie = cookie;
    this.subscription = signals.subscribe(this::hear);
    this.heart = new Pulse("console-heart", BEAT, this::beat);
    this.asking = new Pulse("console-offers", CHECK, _ -> tellOffers());
  }

  public int size() {
    return desktops.size();
  }

  void enter(Desktop desktop) {
    var account = desktop.signedIn.account();
    presence.connected(account.id());
    try {
      desktop.socket.send(
          ConsoleFrames.welcome(
              SessionHttp.session(account, presence.saysAvailable(account.id())),
              boards.of(List.of(account)).values().iterator().next()));
    } catch (RuntimeException failed) {
      presence.disconnected(account.id());
      throw failed;
    }
    desktops.add(desktop);
    boardChanged.set(true);
  }

  void leave(Desktop desktop) {
    if (desktops.remove(desktop)) presence.disconnected(desktop.signedIn.account().id());
  }

  /// Signing out ends the sockets of this sign-in.
  void closeAll(SignedIn signedIn) {
    for (var desktop : desktops)
      if (desktop.signedIn.equals(signedIn)) desktop.socket.close(LiveSocket.POLICY, "signed out");
    if (desktops.stream()
        .noneMatch(desktop ->
            desktop.signedIn.account().id().equals(signedIn.account().id())
                && !desktop.signedIn.equals(signedIn))) presence.left(signedIn.account().id());
  }

  @Override
  public void close() {
    subscription.close();
    asking.close();
    heart.close();
  }

  private void hear(Signal signal) {
    switch (signal) {
      case Signal.Committed(var conversation, var recorded, _) -> {
        boardChanged.set(true);
        watchers(conversation.id(), desktop -> desktop.show(conversation.id(), recorded));
      }
      case Signal.Typing(var id, Author.Contact(), boolean active) ->
          watchers(id, desktop -> desktop.socket.send(ConsoleFrames.typing(id, active)));
      case Signal.Typing _ -> {}
      case Signal.CursorMoved(var id, var side, var cursor) -> {
        boardChanged.set(true);
        if (side == Side.CONTACT)
          watchers(id, desktop -> desktop.socket.send(ConsoleFrames.cursors(id, cursor)));
      }
      case Signal.Presence _ -> boardChanged.set(true);
      case Signal.FromAfar(var what) -> hear(what);
      case Signal.DeskChanged _ -> {
        boardChanged.set(true);
        asking.wake();
      }
    }
  }

  private void watchers(ConversationId id, Consumer<Desktop> work) {
    var watching = desktops.stream().filter(desktop -> id.equals(desktop.watched())).toList();
    if (!watching.isEmpty())
      Thread.ofVirtual().name("show-" + id).start(() -> watching.forEach(work));
  }

  private void beat(Pulse beating) {
    if (boardChanged.getAndSet(false) && !desktops.isEmpty()) tellBoard();
    if (System.nanoTime() - nextCheck < 0) return;
    nextCheck = System.nanoTime() + CHECK.toNanos();
    desktops.forEach(this::check);
    boardChanged.set(true); // grace times of absent colleagues run out without an event
  }

  private void tellOffers() {
    for (var desktop : desktops)
      desktop.offer(ConsoleFrames.offer(boards.offer(desktop.signedIn.account())));
  }

  private void tellBoard() {
    var agents = desktops.stream().map(desktop -> desktop.signedIn.account()).distinct().toList();
    var frames = ConsoleFrames.boards(boards.of(agents));
    for (var desktop : desktops) {
      var frame = frames.get(desktop.signedIn.account());
      if (frame != null) desktop.board(frame);
    }
  }

  /// A sign-in that no longer holds ends here too; so does a console that gives no sign of life.
  private void check(Desktop desktop) {
    var silence = desktop.socket.silence();
    if (!cookie.holds(desktop.signedIn)) desktop.socket.close(LiveSocket.POLICY, "signed out");
    else if (silence.compareTo(GONE_AFTER) > 0)
      desktop.socket.close(LiveSocket.GOING_AWAY, "no sign of life");
    else if (silence.compareTo(PING_AFTER) > 0) desktop.socket.send(ConsoleFrames.plain("ping"));
  }
}
