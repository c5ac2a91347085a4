package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.channel.setup.Connector;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// The Direct Lines, as they come and go, put together: one controller, one socket handler with its
/// door, over the same reception.
public final class DirectLineChannel implements AutoCloseable {
  public static final String STREAM = "/v3/directline/conversations/*/stream";
  private final Reception reception;
  private final Callers callers;
  private final Streams streams;
  private final StreamDoor door;
  private final DirectLineHttp http;

  public DirectLineChannel(
      DirectLinePorts ports, Seal seal, InstantSource clock, MeterRegistry meters) {
    var passes = new Passes(seal, clock);
    var limits = ports.attaching().limits();
    reception = new Reception(ports, clock);
    callers = new Callers(reception, passes);
    streams = new Streams(reception);
    door = new StreamDoor(reception, passes);
    http =
        new DirectLineHttp(
            reception, callers, new Openings(passes), limits.most() * limits.longest());
    Gauge.builder("direktdraht.sockets", reception.viewers, viewers -> viewers.size())
        .tag("kind", "directline")
        .description("Open Direct Line streams")
        .register(meters);
  }

  public Connector connector(DirectLineSettings settings) {
    return new DirectLineConnector(settings, reception);
  }

  public WebSocketHandler socket() {
    return streams;
  }

  public HandshakeInterceptor door() {
    return door;
  }

  /// Controllers to register with Spring MVC.
  public List<Object> controllers() {
    return List.of(http);
  }

  /// Pages of any of the lines that are open now: who calls without a token yet cannot say which it
  /// is.
  public List<String> origins() {
    return reception.lines().stream()
        .flatMap(line -> Objects.requireNonNullElse(line.origins(), List.<String>of()).stream())
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    callers.close();
    streams.close();
    reception.viewers.close();
  }
}
