package io.direktdraht.conversation.live;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// The open sockets of one kind by the id of their connection. On a stop each is told when to come
/// back, jittered so that not everybody comes in the same instant.
public final class OpenSockets<S extends OpenSockets.Client> implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private final Map<String, S> open = new ConcurrentHashMap<>();
  private final DoubleFunction<String> bye;
  private volatile boolean closing;

  /// Whatever stands at the other end of a socket.
  public interface Client {
    LiveSocket socket();
  }

  /// `bye` makes the last frame from the seconds after which the client shall come back.
  public OpenSockets(DoubleFunction<String> bye) {
    this.bye = bye;
  }

  /// Whoever comes after the stop began is sent away at once.
  public void add(String connection, S client) {
    open.put(connection, client);
    if (closing) sendAway(client);
  }

  public @Nullable S get(String connection) {
    return open.get(connection);
  }

  public @Nullable S remove(String connection) {
    return open.remove(connection);
  }

  /// Says good-bye and waits until the others have hung up; who does not within 2 s is cut off.
  @Override
  public void close() {
    closing = true;
    open.values().forEach(this::sendAway);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!open.isEmpty() && System.nanoTime() < deadline)
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
  }

  private void sendAway(S client) {
    double seconds = Math.round(ThreadLocalRandom.current().nextDouble(0.5, 4) * 10) / 10.0;
    client.socket().finish(bye.apply(seconds), LiveSocket.GOING_AWAY, "restart");
  }
}
