package io.direktdraht.channel.access;

import io.direktdraht.conversation.live.LiveSocket;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// A browser's socket as Spring gives it.
public record SessionWire(WebSocketSession session) implements LiveSocket.Wire {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWire.class);

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
