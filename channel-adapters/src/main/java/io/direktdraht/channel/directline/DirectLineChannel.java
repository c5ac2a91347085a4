package io.direktdraht.channel.directline;

import io.direktdraht.channel.access.Seal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// The Direct Lines, put together: one controller, one socket handler with its door, over the same
/// reception.
public final class DirectLineChannel implements AutoCloseable {
  public static final String STREAM = "/v3/directline/conversations/*/stream";
  private final List<DirectLineSettings> lines;
  private final Reception reception;
  private final Callers callers;
  private final Streams streams;
  private final StreamDoor door;
  private final DirectLineHttp http;

  public DirectLineChannel(
      DirectLinePorts ports,
      List<DirectLineSettings> lines,
      Seal seal,
      InstantSource clock,
      MeterRegistry meters) {
    this.lines = List.copyOf(lines);
    var passes = new Passes(seal, clock);
    var limits = ports.attaching().limits();
    reception = new Reception(ports, lines, clock);
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

  public WebSocketHandler socket() {
    return streams;
  }

  public HandshakeInterceptor door() {
    return door;
  }

  /// Controllers to register with Spring MVC; none without a line.
  public List<Object> controllers() {
    return lines.isEmpty() ? List.of() : List.of(http);
  }

  /// Pages of any of the lines: who calls without a token yet cannot say which it is.
  public List<String> origins() {
    return lines.stream()
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
