package io.direktdraht.benchmarks;

import io.direktdraht.server.Direktdraht;
import io.direktdraht.storage.jdbc.Database;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/// The product as it is, and beside it a bare echo and its own vital signs.
public final class BenchmarkServer {
  private BenchmarkServer() {}

  public static void main(String[] properties) {
    new SpringApplication(Direktdraht.class, Extras.class).run(properties);
  }

  /// What the product does not have.
  @Configuration(proxyBeanMethods = false)
  static class Extras {
    private static final int SMALL = 1024;

    /// The same socket settings as the product's own.
    @Bean
    WebSocketConfigurer echo() {
      var upgrade = new JettyRequestUpgradeStrategy();
      upgrade.addWebSocketConfigurer(jetty -> {
        jetty.setInputBufferSize(SMALL);
        jetty.setOutputBufferSize(SMALL);
        jetty.setIdleTimeout(Duration.ofSeconds(90));
      });
      return registry ->
          registry
              .addHandler(new Echo(), "/bench/echo")
              .setHandshakeHandler(new DefaultHandshakeHandler(upgrade))
              .setAllowedOriginPatterns("*");
    }

    @Bean
    VitalSigns vitalSigns(Database database) {
      return new VitalSigns(database);
    }
  }

  private static final class Echo extends TextWebSocketHandler {
    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
        throws Exception {
      session.sendMessage(message);
    }
  }
}
