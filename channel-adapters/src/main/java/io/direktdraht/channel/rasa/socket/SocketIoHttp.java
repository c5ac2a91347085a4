package io.direktdraht.channel.rasa.socket;

import io.direktdraht.channel.access.Origins;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/// The line's one address: polls, and the handshake of sockets (Engine.IO 4; its error codes).
@RestController
@RequestMapping("/socket.io")
final class SocketIoHttp {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);
  private final Connections connections;
  private final Origins origins;
  private final WebSocketHttpRequestHandler sockets;

  SocketIoHttp(
      Connections connections, Origins origins, SocketIoSocket socket, HandshakeHandler handshake) {
    this.connections = connections;
    this.origins = origins;
    this.sockets = new WebSocketHttpRequestHandler(socket, handshake);
  }

  @GetMapping({"", "/"})
  void get(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException, InterruptedException {
    if (refused(request, response)) return;
    var sid = request.getParameter("sid");
    if (wanted(request).equals("websocket")) sockets.handleRequest(request, response);
    else if (sid == null) begin(response);
    else {
      var connection = polled(sid);
      if (connection == null) refuse(response, 1, "Session ID unknown");
      else poll(connection, response);
    }
  }

  @PostMapping({"", "/"})
  void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (refused(request, response)) return;
    var sid = request.getParameter("sid");
    var connection = sid == null ? null : polled(sid);
    if (connection == null) {
      refuse(response, 1, "Session ID unknown");
      return;
    }
    var bytes = request.getInputStream().readNBytes(Connections.LONGEST_PAYLOAD + 1);
    if (bytes.length > Connections.LONGEST_PAYLOAD) {
      answer(response, 413, "application/json", "{\"code\":3,\"message\":\"Bad request\"}");
      return;
    }
    for (var packet : new String(bytes, StandardCharsets.UTF_8).split(Engine.SEPARATOR, -1))
      connections.hear(connection, packet);
    answer(response, 200, "text/html", "ok");
  }

  private void begin(HttpServletResponse response) throws IOException {
    var connection = connections.open(null);
    if (connection == null) answer(response, 503, "text/plain", "please try again in a moment");
    else answer(response, 200, "text/plain", connections.handshake(connection));
  }

  private static void poll(Connection connection, HttpServletResponse response)
      throws IOException, InterruptedException {
    var packets = connection.engine.poll(LONGEST_POLL);
    if (packets == null) refuse(response, 3, "Bad request");
    else answer(response, 200, "text/plain", packets);
  }

  private @Nullable Connection polled(String sid) {
    var connection = connections.find(sid);
    return connection != null && connection.engine.polling() ? connection : null;
  }

  /// A page of another host, an older protocol, or a transport that we do not speak.
  private boolean refused(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var origin = request.getHeader("Origin");
    if (origin != null && !origins.allow(origin, request.getHeader("Host"))) {
      answer(response, 403, "application/json", "{\"code\":4,\"message\":\"Forbidden\"}");
      return true;
    }
    if (!"4".equals(request.getParameter("EIO"))) {
      refuse(
          response, 5, "Unsupported protocol version: EIO=4 is needed (socket.io-client 3 or 4)");
      return true;
    }
    if (wanted(request).equals("polling") || wanted(request).equals("websocket")) return false;
    refuse(response, 0, "Transport unknown");
    return true;
  }

  private static String wanted(HttpServletRequest request) {
    return String.valueOf(request.getParameter("transport"));
  }

  private static void refuse(HttpServletResponse response, int code, String message)
      throws IOException {
    var body = "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
    answer(response, 400, "application/json", body);
  }

  private static void answer(HttpServletResponse response, int status, String type, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
