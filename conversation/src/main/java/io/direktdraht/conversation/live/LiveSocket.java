package io.direktdraht.conversation.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Sends frames to one client without ever blocking the sender: frames wait in a bounded queue that
/// a virtual thread empties, and only while there is something to send. Who reads too slowly is
/// closed and resumes.
public final class LiveSocket {
  /// Close codes of RFC 6455, 7.4.1, and of IANA's registry (1013).
  public static final int GOING_AWAY = 1001;

  public static final int BAD_DATA = 1003;
  public static final int POLICY = 1008;
  public static final int TRY_AGAIN_LATER = 1013;

  private final Wire wire;
  private final int longest;
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean sending;
  private boolean closed;
  private @Nullable Runnable ending;
  private volatile long lastHeard = System.nanoTime();

  /// The connection underneath.
  public interface Wire {
    void send(String frame) throws IOException;

    void close(int code, String reason);
  }

  /// `longest` is how many frames may wait.
  public LiveSocket(Wire wire, int longest) {
    this.wire = wire;
    this.longest = longest;
  }

  public void send(String frame) {
    boolean full;
    synchronized (this) {
      if (closed || ending != null) return;
      full = waiting.size() >= longest;
      if (!full) waiting.add(frame);
      if (!full && sending) return;
      sending = !full;
    }
    if (full) close(TRY_AGAIN_LATER, "too slow: resume");
    else Thread.ofVirtual().name("send").start(this::drain);
  }

  /// Sends what waits and this frame, then closes.
  public void finish(String frame, int code, String reason) {
    synchronized (this) {
      if (closed || ending != null) return;
      waiting.add(frame);
      ending = () -> close(code, reason);
      if (sending) return;
      sending = true;
    }
    Thread.ofVirtual().name("send").start(this::drain);
  }

  public void close(int code, String reason) {
    synchronized (this) {
      if (closed) return;
      closed = true;
      waiting.clear();
    }
    wire.close(code, reason);
  }

  /// The client gave a sign of life.
  public void heard() {
    lastHeard = System.nanoTime();
  }

  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastHeard);
  }

  private void drain() {
    try {
      for (var frame = next(); frame != null; frame = next()) wire.send(frame);
      end();
    } catch (IOException | RuntimeException lost) {
      close(GOING_AWAY, "connection lost");
    }
  }

  private void end() {
    Runnable last;
    synchronized (this) {
      last = sending ? null : ending; // a later drain still has the last frame
    }
    if (last != null) last.run();
  }

  private synchronized @Nullable String next() {
    var frame = closed ? null : waiting.poll();
    if (frame == null) sending = false;
    return frame;
  }
}
