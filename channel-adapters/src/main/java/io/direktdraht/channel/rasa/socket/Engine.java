package io.direktdraht.channel.rasa.socket;

import io.direktdraht.conversation.live.LiveSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One connection of Engine.IO 4: its packets wait for the next poll, or go out by the socket once
/// there is one.
final class Engine implements LiveSocket.Wire {
  static final String OPEN = "0";
  static final String CLOSE = "1";
  static final String PING = "2";
  static final String PONG = "3";
  static final String MESSAGE = "4";
  static final String UPGRADE = "5";
  static final String NOOP = "6";

  /// Between packets of one poll.
  static final String SEPARATOR = "\u001e";

  private static final int MOST_WAITING = 2_000;
  final String id;
  final LiveSocket socket;
  private final Queue<String> waiting = new ArrayDeque<>();
  private LiveSocket.@Nullable Wire wire;
  private boolean closed;
  private boolean polled;
  private long pinged = System.nanoTime();

  Engine(String id, LiveSocket.@Nullable Wire wire) {
    this.id = id;
    this.wire = wire;
    this.socket = new LiveSocket(this, MOST_WAITING);
  }

  @Override
  public void send(String packet) throws IOException {
    LiveSocket.Wire now;
    synchronized (this) {
      now = wire;
      if (now == null) {
        if (closed || waiting.size() >= MOST_WAITING) throw new IOException("nobody polls");
        waiting.add(packet);
        notifyAll();
      }
    }
    if (now != null) now.send(packet);
  }

  @Override
  public void close(int code, String reason) {
    LiveSocket.Wire now;
    synchronized (this) {
      closed = true;
      now = wire;
      notifyAll();
    }
    if (now != null) now.close(code, reason);
  }

  /// What waits, or comes within this time; the close of the connection when it is over. Null when
  /// somebody else polls already.
  synchronized @Nullable String poll(Duration longest) throws InterruptedException {
    if (polled) return null;
    polled = true;
    try {
      long until = System.nanoTime() + longest.toNanos();
      for (long left = longest.toMillis();
          waiting.isEmpty() && !closed && wire == null && left > 0; ) {
        wait(left);
        left = Duration.ofNanos(until - System.nanoTime()).toMillis();
      }
      if (waiting.isEmpty()) return closed ? CLOSE : NOOP;
      var packets = String.join(SEPARATOR, waiting);
      waiting.clear();
      return packets;
    } finally {
      polled = false;
    }
  }

  /// A socket was tried: whoever polls shall come back, so that nothing is lost in between.
  synchronized void release() {
    if (polled && waiting.isEmpty()) waiting.add(NOOP);
    notifyAll();
  }

  /// From now on everything goes by this socket, what waits first.
  synchronized void upgrade(LiveSocket.Wire to) throws IOException {
    for (var packet = waiting.poll(); packet != null; packet = waiting.poll())
      if (!packet.equals(NOOP)) to.send(packet);
    wire = to;
    notifyAll();
  }

  synchronized boolean polling() {
    return wire == null;
  }

  synchronized boolean closed() {
    return closed;
  }

  /// Of the heart's thread alone.
  void beat(Duration every, Duration gone) {
    long now = System.nanoTime();
    if (socket.silence().compareTo(gone) > 0) socket.close(LiveSocket.GOING_AWAY, "no pong");
    else if (now - pinged >= every.toNanos()) {
      pinged = now;
      socket.send(PING);
    }
  }
}
