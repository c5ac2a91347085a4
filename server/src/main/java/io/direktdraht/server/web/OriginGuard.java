package io.direktdraht.server.web;

import java.net.URI;
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
  private final List<String> allowed;

  OriginGuard(List<String> allowed) {
    this.allowed = allowed;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var origin = request.getHeaders().getFirst("Origin");
    boolean fine = origin != null && (allowed.contains(origin) || own(origin, request));
    if (!fine) response.setStatusCode(HttpStatus.FORBIDDEN);
    return fine;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failed) {}

  /// The page came from the host that the socket is asked of; browsers set both and scripts can
  /// change neither.
  private static boolean own(String origin, ServerHttpRequest request) {
    try {
      var authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeaders().getFirst("Host"));
    } catch (IllegalArgumentException garbage) {
      return false;
    }
  }
}
