package io.direktdraht.server.web;

import io.direktdraht.channel.directline.DirectLineChannel;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.rasa.socket.SocketChannel;
import io.direktdraht.channel.web.WebChannel;
import io.direktdraht.channel.web.WebSettings;
import io.direktdraht.console.web.ConsoleWeb;
import io.direktdraht.server.DirektdrahtSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/// Pages, sockets and controllers.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class WebWiring implements WebMvcConfigurer, WebSocketConfigurer {
  private static final int LONGEST_FRAME = 32 * 1024;
  private final DirektdrahtSettings settings;
  private final WebSettings web;
  private final WebChannel channel;
  private final ConsoleWeb console;
  private final DirectLineChannel directLine;

  WebWiring(
      DirektdrahtSettings settings,
      WebSettings web,
      WebChannel channel,
      ConsoleWeb console,
      DirectLineChannel directLine) {
    this.directLine = directLine;
    this.settings = settings;
    this.web = web;
    this.channel = channel;
    this.console = console;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    var handshake = handshake();
    registry
        .addHandler(channel.socket(), "/chat/socket")
        .setHandshakeHandler(handshake)
        .addInterceptors(new OriginGuard(web.origins()))
        .setAllowedOriginPatterns("*"); // the guard decides, and is stricter
    registry
        .addHandler(directLine.socket(), DirectLineChannel.STREAM)
        .setHandshakeHandler(handshake)
        .addInterceptors(directLine.door())
        .setAllowedOriginPatterns("*");
    registry
        .addHandler(console.socket(), "/console/socket")
        .setHandshakeHandler(handshake)
        .addInterceptors(new OriginGuard(List.of()))
        .setAllowedOriginPatterns("*");
  }

  private static HandshakeHandler handshake() {
    var upgrade = new JettyRequestUpgradeStrategy();
    upgrade.addWebSocketConfigurer(jetty -> {
      jetty.setMaxTextMessageSize(LONGEST_FRAME);
      jetty.setMaxBinaryMessageSize(LONGEST_FRAME);
      jetty.setInputBufferSize(1024); // most frames are small, and every idle socket keeps one
      jetty.setOutputBufferSize(1024);
      jetty.setIdleTimeout(Duration.ofSeconds(90));
    });
    return new DefaultHandshakeHandler(upgrade);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    var pages = settings.demo() ? "classpath:/demo/" : "classpath:/plain/";
    files(registry, "/widget/**", "classpath:/static/widget/");
    files(registry, "/console/**", "classpath:/static/console/");
    files(registry, "/**", pages);
  }

  /// Always asked for again, seldom sent again: a page never runs with old modules.
  private static void files(ResourceHandlerRegistry registry, String path, String location) {
    registry
        .addResourceHandler(path)
        .addResourceLocations(location)
        .setCacheControl(CacheControl.noCache());
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
    registry.addViewController("/console/").setViewName("forward:/console/index.html");
    registry.addRedirectViewController("/console", "/console/");
  }

  /// The rooms' controllers are plain objects; their annotations are read here.
  @Bean
  Controllers controllers(
      RequestMappingHandlerMapping requestMappingHandlerMapping,
      Platforms platforms,
      SocketChannel rasa) {
    var controllers = new ArrayList<Object>(console.controllers());
    controllers.addAll(channel.controllers());
    controllers.addAll(directLine.controllers());
    controllers.addAll(rasa.controllers(handshake()));
    controllers.add(platforms.http());
    return new Controllers(requestMappingHandlerMapping, controllers);
  }
}
