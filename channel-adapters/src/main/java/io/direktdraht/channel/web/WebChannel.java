package io.direktdraht.channel.web;

import io.direktdraht.conversation.live.Doorbell;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.web.socket.WebSocketHandler;

/// The web line, put together: one socket handler, one HTTP controller, over the same reception.
public final class WebChannel implements AutoCloseable {
  private final Hub hub;
  private final WidgetSocket socket;
  private final WidgetHttp http;

  public WebChannel(
      WebPorts ports,
      WebSettings settings,
      VisitorTokens tokens,
      InstantSource clock,
      MeterRegistry meters) {
    var reception = new Reception(ports, settings, tokens, clock);
    hub = new Hub(reception, ports.signals());
    socket = new WidgetSocket(reception, hub);
    http = new WidgetHttp(reception, new Doorbell(ports.signals()));
    Gauge.builder("direktdraht.sockets", hub, Hub::size)
        .tag("kind", "widget")
        .description("Open widget sockets")
        .register(meters);
  }

  public WebSocketHandler socket() {
    return socket;
  }

  /// A controller to register with Spring MVC.
  public Object http() {
    return http;
  }

  @Override
  public void close() {
    socket.close();
    hub.close();
  }
}
