package io.direktdraht.channel.rasa.socket;

import io.direktdraht.channel.access.Origins;
import io.direktdraht.channel.access.Seal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.socket.server.HandshakeHandler;

/// The socket.io line, put together.
public final class SocketChannel implements AutoCloseable {
  private final SocketSettings settings;
  private final Connections connections;

  public SocketChannel(
      SocketPorts ports,
      SocketSettings settings,
      Seal seal,
      InstantSource clock,
      MeterRegistry meters) {
    this.settings = settings;
    connections =
        new Connections(new Reception(ports, settings, new SessionIds(seal, clock), clock));
    Gauge.builder("direktdraht.sockets", connections, Connections::size)
        .tag("kind", "socketio")
        .description("Open socket.io connections, polled ones with them")
        .register(meters);
  }

  /// Controllers to register with Spring MVC; none when the line is off.
  public List<Object> controllers(HandshakeHandler handshake) {
    var origins = new Origins(settings.origins());
    return settings.enabled()
        ? List.of(
            new SocketIoHttp(connections, origins, new SocketIoSocket(connections), handshake))
        : List.of();
  }

  /// Pages that may connect besides our own.
  public List<String> origins() {
    return settings.enabled() ? settings.origins() : List.of();
  }

  @Override
  public void close() {
    connections.close();
  }
}
