package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.SessionWire;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.OpenSockets;
import io.direktdraht.conversation.live.Pulse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// The sockets of the streams. {@link StreamDoor} has checked the ticket before.
final class Streams extends AbstractWebSocketHandler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final int LONGEST_QUEUE = 2_000;

  /// Clients drop an empty frame; proxies see that the line is used.
  private static final String KEEP_ALIVE = "";

  private static final Duration REST = Duration.ofSeconds(15);
  private final Reception reception;
  private final OpenSockets<Stream> open = new OpenSockets<>(_ -> KEEP_ALIVE);
  private final Pulse heart;

  Streams(Reception reception) {
    this.reception = reception;
    this.heart =
        new Pulse(
            "directline-heart",
            REST,
            _ -> reception.viewers.each(stream -> stream.socket().send(KEEP_ALIVE)));
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    if (!(session.getAttributes().get(StreamDoor.TICKET) instanceof Ticket ticket))
      throw new IllegalStateException("no ticket was checked");
    var socket = new LiveSocket(new SessionWire(session), LONGEST_QUEUE);
    var stream = new Stream(ticket.address(), socket, reception);
    open.add(session.getId(), stream);
    reception.viewers.enter(stream.address, stream);
    synchronized (stream) { // a message that comes in between has begun the stream already
      if (stream.conversation() == null) resume(stream, ticket);
    }
  }

  private void resume(Stream stream, Ticket ticket) {
    var parts = reception.transcript.after(stream.address, ticket.watermark());
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (i == parts.size() - 1)
        reception.viewers.follow(stream, part.conversation(), part.after());
      else reception.transcript.events(part).forEach(stream::show);
    }
  }

  /// Clients only send empty frames, to keep the line open.
  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    heard(session);
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    heard(session);
  }

  private void heard(WebSocketSession session) {
    var stream = open.get(session.getId());
    if (stream != null) stream.socket().heard();
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var stream = open.remove(session.getId());
    if (stream == null) return;
    stream.socket().close(LiveSocket.GOING_AWAY, "closed");
    reception.viewers.leave(stream.address, stream);
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable lost) {
    LOG.debug("a stream broke: {}", lost.toString());
  }

  @Override
  public void close() {
    open.close();
    heart.close();
  }
}
