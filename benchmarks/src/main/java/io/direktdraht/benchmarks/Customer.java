package io.direktdraht.benchmarks;

import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One socket with one question in flight. A question that becomes due meanwhile waits, and its
/// latency counts from the moment it was due.
final class Customer implements WebSocket.Listener {
  private final Supplier<String> frames;
  private final String answer;
  private final Ears ears;
  private final Queue<Long> due = new ArrayDeque<>();
  private final StringBuilder part = new StringBuilder();
  private boolean asking;
  private @Nullable WebSocket socket;
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

  /// Who hears of what comes back. Times are of `System.nanoTime`.
  interface Ears {
    void answered(Customer customer, long due);

    void other(String frame);
  }

  /// A frame that contains `answer` ends the turn.
  Customer(Supplier<String> frames, String answer, Ears ears) {
    this.frames = frames;
    this.answer = answer;
    this.ears = ears;
  }

  @Override
  public void onOpen(WebSocket opened) {
    synchronized (this) {
      socket = opened;
    }
    opened.request(Long.MAX_VALUE);
  }

  /// One frame after the other: an answer may be here before its question's sending has returned.
  synchronized void say(String frame) {
    sending = sending.thenCompose(_ -> open().sendText(frame, true));
  }

  synchronized boolean asking() {
    return asking;
  }

  void ask(long when) {
    synchronized (this) {
      due.add(when);
      if (asking) return;
      asking = true;
    }
    say(frames.get());
  }

  void leave() {
    CompletableFuture<?> said;
    synchronized (this) {
      said = sending;
    }
    said.thenCompose(_ -> open().sendClose(WebSocket.NORMAL_CLOSURE, ""))
        .orTimeout(5, TimeUnit.SECONDS)
        .handle((_, _) -> true) // who is gone already has left too
        .join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (!last) return null;
    var frame = part.toString();
    part.setLength(0);
    if (frame.contains(answer)) answered();
    else if (frame.startsWith("{\"type\":\"ping\"")) say("{\"type\":\"pong\"}");
    else ears.other(frame);
    return null;
  }

  private void answered() {
    Long answered;
    boolean more;
    synchronized (this) {
      answered = due.poll();
      more = !due.isEmpty();
      asking = more;
    }
    if (answered == null) return;
    if (more) say(frames.get());
    ears.answered(this, answered);
  }

  private synchronized WebSocket open() {
    if (socket == null) throw new IllegalStateException("not connected");
    return socket;
  }
}
