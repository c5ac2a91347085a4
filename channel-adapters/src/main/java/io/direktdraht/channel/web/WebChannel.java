package io.direktdraht.channel.web;

import io.direktdraht.conversation.live.Doorbell;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.socket.WebSocketHandler;

/// The web line, put together: one socket handler, HTTP controllers, over the same reception.
public final class WebChannel implements AutoCloseable {
  private final Hub hub;
  private final WidgetSocket socket;
  private final List<Object> controllers;

  public WebChannel(
      WebPorts ports,
      WebSettings settings,
      VisitorTokens tokens,
      InstantSource clock,
      MeterRegistry meters) {
    var reception = new Reception(ports, settings, tokens, clock);
    hub = new Hub(reception, ports.signals());
    socket = new WidgetSocket(reception, hub);
    controllers =
        List.of(
            new WidgetHttp(reception, new Doorbell(ports.signals())),
            new WidgetFiles(reception),
            new WidgetWays(reception));
    Gauge.builder("direktdraht.sockets", hub, Hub::size)
        .tag("kind", "widget")
        .description("Open widget sockets")
        .register(meters);
  }

  public WebSocketHandler socket() {
    return socket;
  }

  /// Controllers to register with Spring MVC.
  public List<Object> controllers() {
    return controllers;
  }

  @Override
  public void close() {
    socket.close();
    hub.close();
  }
}
