package io.direktdraht.channel.directline;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Lets in whoever has a ticket that was not used before, from a page of the line. The ticket is
/// the whole credential: it stands in the address, so it opens one stream and dies within a minute.
final class StreamDoor implements HandshakeInterceptor {
  static final String TICKET = "ticket";
  private final Reception reception;
  private final Passes passes;

  StreamDoor(Reception reception, Passes passes) {
    this.reception = reception;
    this.passes = passes;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var query = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams();
    var shown = query.getFirst("t");
    var ticket = shown == null ? null : passes.look(shown).orElse(null);
    boolean fine = ticket != null && fits(ticket, request) && passes.use(ticket);
    if (fine) attributes.put(TICKET, ticket);
    else response.setStatusCode(HttpStatus.FORBIDDEN);
    return fine;
  }

  private boolean fits(Ticket ticket, ServerHttpRequest request) {
    var line = reception.line(ticket.address().line());
    var headers = request.getHeaders();
    return line != null
        && request.getURI().getPath().endsWith("/" + ticket.conversation() + "/stream")
        && Reception.welcome(
            line, ticket.origins(), headers.getFirst("Origin"), headers.getFirst("Host"));
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failed) {}
}
