package io.direktdraht.server.crash.product;

import io.direktdraht.conversation.Patience;
import io.direktdraht.storage.history.Body;
import io.direktdraht.storage.history.History;
import io.direktdraht.storage.history.Operation;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes through the widget's socket without waiting for acknowledgements, and resumes by
/// sequence.
final class WidgetCustomer {
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final History history;
  private final Map<String, Body> unacknowledged = new ConcurrentHashMap<>();
  private volatile @Nullable WebSocket socket;
  private volatile String token = "";
  private volatile String conversation = "";
  private volatile long lastSeq;
  private volatile long acknowledged;
  private volatile long answered;
  private int number;

  WidgetCustomer(History history) {
    this.history = history;
  }

  String conversation() {
    return conversation;
  }

  boolean waits() {
    return !unacknowledged.isEmpty();
  }

  /// Writes on while a few acknowledgements are due, as an impatient person does.
  void hurry() {
    if (unacknowledged.size() < 8) write();
    else LockSupport.parkNanos(1_000_000);
  }

  long lastSeq() {
    return lastSeq;
  }

  /// Everything acknowledged was answered, as a welcome says.
  boolean answered(RunningProduct product) {
    answered = -1;
    connect(product);
    Patience.until("a welcome", () -> answered >= 0);
    return answered >= acknowledged;
  }

  /// Says hello with what it has seen, and repeats what was not acknowledged.
  void connect(RunningProduct product) {
    leave();
    socket =
        http.newWebSocketBuilder()
            .header("Origin", product.origin())
            .buildAsync(product.socket("/chat/socket"), new Frames())
            .join();
    var seen =
        conversation.isEmpty()
            ? ""
            : ",\"conversation\":\"" + conversation + "\",\"lastSeq\":" + lastSeq;
    var known = token.isEmpty() ? "" : ",\"token\":\"" + token + "\"";
    say("{\"type\":\"hello\",\"line\":\"web\",\"language\":\"de\"" + known + seen + "}");
    unacknowledged.values().forEach(this::send);
  }

  private synchronized void leave() {
    if (socket != null) socket.abort();
    socket = null;
  }

  void write() {
    var body = history.invoke(Operation.Kind.WIDGET_SEND, Body.next("kill", "widget", number++));
    unacknowledged.put(body.id().toString(), body);
    send(body);
  }

  private void send(Body body) {
    say(
        "{\"type\":\"message\",\"id\":\""
            + body.id()
            + "\",\"text\":\"Frage zu Rechnung "
            + body
            + "\"}");
  }

  private void say(String frame) {
    try {
      var open = socket;
      if (open != null) open.sendText(frame, true).join();
    } catch (RuntimeException dead) {
      // Not acknowledged: it will be repeated.
    }
  }

  private synchronized void hear(WebSocket from, JsonNode frame) {
    if (from != socket) return; // left behind
    switch (frame.path("type").asString("")) {
      case "welcome" -> {
        token = frame.path("token").asString("");
        answered = frame.path("cursors").path("read").asLong();
      }
      case "ack" -> {
        var body = unacknowledged.remove(frame.path("id").asString(""));
        conversation = frame.path("conversation").asString("");
        acknowledged = Math.max(acknowledged, frame.path("seq").asLong());
        if (body != null) history.ok(Operation.Kind.WIDGET_SEND, body);
      }
      case "event" -> {
        lastSeq = frame.path("seq").asLong();
        conversation = frame.path("conversation").asString("");
        history.rendered(new History.Reader("widget", conversation), lastSeq);
      }
      default -> {}
    }
  }

  private final class Frames implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        hear(from, json.readTree(part.toString()));
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable lost) {
      // The connection died with the product.
    }
  }
}
