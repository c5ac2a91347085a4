package io.direktdraht.console.web;

import io.direktdraht.console.view.EventView;
import io.direktdraht.console.view.ViewPorts;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.live.LiveSocket;
import io.direktdraht.conversation.live.OpenSockets;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The console's live socket. Who it is comes from the sign-in of the handshake.
final class ConsoleSocket extends AbstractWebSocketHandler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSocket.class);
  private static final int LONGEST_QUEUE = 5_000;
  private final ViewPorts ports;
  private final Signals signals;
  private final ConsoleHub hub;
  private final EventView views;
  private final JsonMapper json = new JsonMapper();
  private final OpenSockets<Desktop> open = new OpenSockets<>(ConsoleFrames::bye);

  ConsoleSocket(ViewPorts ports, Signals signals, ConsoleHub hub) {
    this.ports = ports;
    this.signals = signals;
    this.hub = hub;
    this.views = new EventView(ports.lines());
  }

  /// Tells everybody when to come back.
  @Override
  public void close() {
    open.close();
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    session.setTextMessageSizeLimit(32 * 1024);
    if (!(session.getPrincipal() instanceof SignedIn signedIn)) {
      session.close(new CloseStatus(LiveSocket.POLICY, "not signed in"));
      return;
    }
    var socket = new LiveSocket(new SessionWire(session), LONGEST_QUEUE);
    var desktop = new Desktop(signedIn, socket, ports.log(), views);
    hub.enter(desktop);
    open.add(session.getId(), desktop);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    var desktop = open.get(session.getId());
    if (desktop == null) return;
    desktop.socket.heard();
    try {
      handle(desktop, json.readTree(message.getPayload()));
    } catch (JacksonException | IllegalArgumentException bad) {
      desktop.socket.send(ConsoleFrames.error("bad_frame", "not understood: " + bad.getMessage()));
    } catch (RuntimeException failed) {
      LOG.warn("a console's frame could not be handled", failed);
      desktop.socket.send(ConsoleFrames.error("unavailable", "please try again in a moment"));
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    var desktop = open.get(session.getId());
    if (desktop != null) desktop.socket.close(LiveSocket.BAD_DATA, "text frames only");
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var desktop = open.remove(session.getId());
    if (desktop == null) return;
    desktop.socket.close(LiveSocket.GOING_AWAY, "closed");
    hub.leave(desktop);
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable lost) {
    LOG.debug("a console's connection broke: {}", lost.toString());
  }

  private void handle(Desktop desktop, JsonNode frame) {
    switch (frame.path("type").asString("")) {
      case "watch" -> desktop.watch(conversation(frame).orElse(null), number(frame, "lastSeq"));
      case "typing" ->
          owned(desktop, frame)
              .ifPresent(id -> typing(desktop, id, frame.path("active").asBoolean(false)));
      case "seen" -> owned(desktop, frame).ifPresent(id -> seen(id, number(frame, "read")));
      case "ping" -> desktop.socket.send(ConsoleFrames.plain("pong"));
      case "pong" -> {}
      default -> throw new IllegalArgumentException("unknown type");
    }
  }

  private void typing(Desktop desktop, ConversationId id, boolean active) {
    var account = desktop.signedIn.account();
    var author = new Author.Agent(account.id(), account.displayName());
    signals.publish(new Signal.Typing(id, author, active));
  }

  private void seen(ConversationId id, long read) {
    var cursor = ports.cursors().advance(id, Side.TEAM, new Cursor(read, read));
    signals.publish(new Signal.CursorMoved(id, Side.TEAM, cursor));
  }

  /// Only whoever has the conversation types and reads in the contact's eyes.
  private Optional<ConversationId> owned(Desktop desktop, JsonNode frame) {
    return conversation(frame)
        .flatMap(ports.conversations()::find)
        .filter(conversation ->
            conversation
                .stage()
                .owner()
                .filter(desktop.signedIn.account().id()::equals)
                .isPresent())
        .map(conversation -> conversation.id());
  }

  private static Optional<ConversationId> conversation(JsonNode frame) {
    var value = frame.path("conversation");
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isString()) throw new IllegalArgumentException("conversation must be a string");
    return Optional.of(ConversationId.of(value.stringValue()));
  }

  private static long number(JsonNode frame, String name) {
    var value = frame.path(name);
    if (value.isMissingNode() || value.isNull()) return 0;
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0)
      throw new IllegalArgumentException(name + " must be a whole number of at least 0");
    return value.longValue();
  }

  private record SessionWire(WebSocketSession session) implements LiveSocket.Wire {
    @Override
    public void send(String frame) throws IOException {
      session.sendMessage(new TextMessage(frame));
    }

    @Override
    public void close(int code, String reason) {
      try {
        session.close(new CloseStatus(code, reason));
      } catch (IOException gone) {
        LOG.debug("already closed: {}", gone.toString());
      }
    }
  }
}
