package io.direktdraht.server.web;

import io.direktdraht.channel.access.Origins;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Sockets open only for our own pages and for those on the allow-list; no Origin and `null` are
/// refused too (OWASP ASVS 5.0, 4.4.2).
final class OriginGuard implements HandshakeInterceptor {
  private final Origins origins;

  OriginGuard(List<String> allowed) {
    this.origins = new Origins(allowed);
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var origin = request.getHeaders().getFirst("Origin");
    boolean fine = origin != null && origins.allow(origin, request.getHeaders().getFirst("Host"));
    if (!fine) response.setStatusCode(HttpStatus.FORBIDDEN);
    return fine;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failed) {}
}
