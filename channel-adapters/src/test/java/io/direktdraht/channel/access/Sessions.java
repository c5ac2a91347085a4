package io.direktdraht.channel.access;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser's end of a connection: keeps every frame it was sent.
public final class Sessions implements WebSocketSession {
  private static final JsonMapper JSON = new JsonMapper();
  private final String id;
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<JsonNode> frames = Collections.synchronizedList(new ArrayList<>());
  public volatile Runnable hungUp = () -> {};
  public volatile @Nullable CloseStatus closed;

  public Sessions(String id) {
    this.id = id;
  }

  public List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  public List<JsonNode> ofType(String type) {
    return frames().stream().filter(f -> f.get("type").stringValue().equals(type)).toList();
  }

  public List<Long> seqs() {
    return ofType("event").stream().map(f -> f.get("seq").longValue()).toList();
  }

  public String token() {
    return ofType("welcome").getFirst().get("token").stringValue();
  }

  @Override
  public void sendMessage(WebSocketMessage<?> message) {
    var frame = ((TextMessage) message).getPayload();
    if (!frame.isEmpty()) frames.add(JSON.readTree(frame));
  }

  @Override
  public void close(CloseStatus status) {
    closed = status;
    hungUp.run();
  }

  @Override
  public void close() {
    close(CloseStatus.NORMAL);
  }

  @Override
  public boolean isOpen() {
    return closed == null;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public @Nullable URI getUri() {
    return null;
  }

  @Override
  public HttpHeaders getHandshakeHeaders() {
    return new HttpHeaders();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return attributes;
  }

  @Override
  public @Nullable Principal getPrincipal() {
    return null;
  }

  @Override
  public @Nullable InetSocketAddress getLocalAddress() {
    return null;
  }

  @Override
  public @Nullable InetSocketAddress getRemoteAddress() {
    return null;
  }

  @Override
  public @Nullable String getAcceptedProtocol() {
    return null;
  }

  @Override
  public void setTextMessageSizeLimit(int limit) {}

  @Override
  public int getTextMessageSizeLimit() {
    return 0;
  }

  @Override
  public void setBinaryMessageSizeLimit(int limit) {}

  @Override
  public int getBinaryMessageSizeLimit() {
    return 0;
  }

  @Override
  public List<WebSocketExtension> getExtensions() {
    return List.of();
  }
}
