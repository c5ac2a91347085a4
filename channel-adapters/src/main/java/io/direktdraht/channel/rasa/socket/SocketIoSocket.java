package io.direktdraht.channel.rasa.socket;

import io.direktdraht.channel.access.SessionWire;
import io.direktdraht.conversation.live.LiveSocket;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/// The line's sockets: a connection of its own, or one that was polled before and is upgraded.
final class SocketIoSocket extends TextWebSocketHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SocketIoSocket.class);
  private static final String PROBE = "probe";
  private final Connections connections;

  /// By the id of the socket; joined to a connection once it carries it.
  private final Map<String, Connection> carried = new ConcurrentHashMap<>();

  SocketIoSocket(Connections connections) {
    this.connections = connections;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    if (polled(session) != null) return;
    var wire = new SessionWire(session);
    var connection = sid(session) == null ? connections.open(wire) : null;
    if (connection == null) {
      wire.close(LiveSocket.POLICY, "session id unknown");
      return;
    }
    carried.put(session.getId(), connection);
    connection.engine.socket.send(connections.handshake(connection));
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    var connection = carried.get(session.getId());
    if (connection == null) upgrade(session, message.getPayload());
    else connections.hear(connection, message.getPayload());
  }

  /// `2probe` is answered by `3probe`; `5` makes this socket the connection's.
  private void upgrade(WebSocketSession session, String packet) throws IOException {
    var connection = polled(session);
    var wire = new SessionWire(session);
    if (connection == null) wire.close(LiveSocket.POLICY, "session id unknown");
    else if (packet.equals(Engine.PING + PROBE)) {
      wire.send(Engine.PONG + PROBE);
      connection.engine.release();
    } else if (packet.equals(Engine.UPGRADE)) {
      carried.put(session.getId(), connection);
      connection.engine.upgrade(wire);
    } else wire.close(LiveSocket.POLICY, "not upgraded");
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var connection = carried.remove(session.getId());
    if (connection != null) connections.forget(connection);
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable lost) {
    LOG.debug("a connection broke: {}", lost.toString());
  }

  private @Nullable Connection polled(WebSocketSession session) {
    var sid = sid(session);
    var connection = sid == null ? null : connections.find(sid);
    return connection != null && connection.engine.polling() ? connection : null;
  }

  private static @Nullable String sid(WebSocketSession session) {
    var uri = session.getUri();
    return uri == null
        ? null
        : UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst("sid");
  }
}
