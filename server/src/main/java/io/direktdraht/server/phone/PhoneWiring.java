package io.direktdraht.server.phone;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The phone, with the demo alone.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("direktdraht.demo")
class PhoneWiring implements WebMvcConfigurer {
  @Bean(destroyMethod = "close")
  static PlayedPlatforms playedPlatforms(
      @Value("${server.port:8080}") int port, InstantSource clock) {
    return new PlayedPlatforms(port, clock);
  }

  @Bean
  PhoneLines phoneLines(PlayedPlatforms platforms) {
    return platforms.lines();
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/phone", "/phone/");
    registry.addViewController("/phone/").setViewName("forward:/phone/index.html");
  }

  @Bean
  ApplicationListener<WebServerInitializedEvent> phoneDoor(PlayedPlatforms platforms) {
    return started -> platforms.webhooks().reach(started.getWebServer().getPort());
  }
}
