package io.direktdraht.channel.rasa.socket;

import io.direktdraht.channel.access.StrictJson;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.Pulse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Every open connection of this node, and what its packets mean (Engine.IO 4, Socket.IO 5).
final class Connections implements AutoCloseable {
  static final int LONGEST_PAYLOAD = 100_000; // bytes of one poll
  private static final Duration PING_EVERY = Duration.ofSeconds(20);
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(25);
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final int MOST_BAD = 20;
  private final Reception reception;
  private final Map<String, Connection> open = new ConcurrentHashMap<>();
  private final Pulse heart;
  private volatile boolean closing;

  Connections(Reception reception) {
    this.reception = reception;
    this.heart = new Pulse("socketio-heart", BEAT, this::beat);
  }

  int size() {
    return open.size();
  }

  @Nullable Connection find(String id) {
    return open.get(id);
  }

  /// A new connection, by a socket or, without one, by polling. Null while we stop.
  @Nullable Connection open(LiveSocket.@Nullable Wire wire) {
    if (closing) return null;
    var connection = new Connection(new Engine(UUID.randomUUID().toString(), wire));
    open.put(connection.engine.id, connection);
    return connection;
  }

  /// What a client is told first.
  String handshake(Connection connection) {
    var said = new LinkedHashMap<String, Object>();
    said.put("sid", connection.engine.id);
    said.put("upgrades", connection.engine.polling() ? List.of("websocket") : List.of());
    said.put("pingInterval", PING_EVERY.plus(BEAT).toMillis());
    said.put("pingTimeout", PING_TIMEOUT.toMillis());
    said.put("maxPayload", LONGEST_PAYLOAD);
    return Engine.OPEN + reception.json.write(said);
  }

  /// One packet of Engine.IO.
  void hear(Connection connection, String packet) {
    connection.engine.socket.heard();
    if (packet.startsWith(Engine.MESSAGE)) message(connection, packet.substring(1));
    else if (packet.equals(Engine.CLOSE)) forget(connection);
    else if (!packet.startsWith(Engine.PONG)) refuse(connection, "bad_frame", "unknown packet");
  }

  void forget(Connection connection) {
    if (open.remove(connection.engine.id) == null) return;
    connection.engine.socket.close(LiveSocket.GOING_AWAY, "closed");
    leave(connection);
  }

  private void leave(Connection connection) {
    var chat = connection.chat();
    if (chat != null) reception.chats.leave(chat.visitor, chat);
  }

  private void message(Connection connection, String text) {
    try {
      switch (Packet.read(reception.json, text)) {
        case Packet.Connect(var namespace) -> connect(connection, namespace);
        case Packet.Disconnect() -> forget(connection);
        case Packet.Event event when connection.joined() -> event(connection, event);
        case Packet.Event _ -> refuse(connection, "bad_frame", "connect to the namespace first");
      }
    } catch (StrictJson.Broken broken) {
      refuse(connection, "bad_frame", String.valueOf(broken.getMessage()));
    }
  }

  private void connect(Connection connection, String namespace) {
    if (namespace.equals("/")) {
      connection.join();
      var said = reception.json.write(Map.of("sid", connection.engine.id));
      connection.engine.socket.send(Engine.MESSAGE + "0" + said);
    } else
      connection.engine.socket.send(
          Engine.MESSAGE + "4" + namespace + ",{\"message\":\"Invalid namespace\"}");
  }

  private void event(Connection connection, Packet.Event event) {
    try {
      if (event.name().equals("session_request")) reception.begin(connection, event.data());
      else if (event.name().equals(reception.userEvent()))
        reception.receive(connection, event.data());
      else throw new Reception.Refused("unknown_event", "there is no such event");
      if (event.ack() != null)
        connection.engine.socket.send(Engine.MESSAGE + "3" + event.ack() + "[]");
    } catch (Reception.Refused refused) {
      refuse(connection, refused.code, String.valueOf(refused.getMessage()));
    }
  }

  private void refuse(Connection connection, String code, String message) {
    var told = reception.event("error", Map.of("code", code, "message", message));
    boolean tooMany = code.equals("bad_frame") && connection.bad() >= MOST_BAD;
    if (tooMany) connection.engine.socket.finish(told, LiveSocket.POLICY, "bad frames");
    else connection.engine.socket.send(told);
  }

  private void beat(Pulse beating) {
    for (var connection : open.values()) {
      connection.engine.beat(PING_EVERY, PING_EVERY.plus(PING_TIMEOUT).plus(BEAT));
      if (connection.engine.closed()) forget(connection);
    }
  }

  /// Clients come back by themselves.
  @Override
  public void close() {
    closing = true;
    for (var connection : open.values()) {
      connection.engine.socket.finish(Engine.CLOSE, LiveSocket.GOING_AWAY, "restart");
      leave(connection);
    }
    heart.close();
    reception.chats.close();
  }
}
