package io.direktdraht.server;

import io.direktdraht.channel.mail.Mailboxes;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.channel.web.WebChannel;
import io.direktdraht.console.web.ConsoleWeb;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.outbox.Outboxes;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.server.start.Announcement;
import io.direktdraht.server.start.Farewell;
import io.direktdraht.server.start.FirstAccounts;
import io.direktdraht.server.start.LinesHealth;
import io.direktdraht.server.start.MessageMeters;
import io.direktdraht.storage.jdbc.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.InstantSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is printed when it stands, how it feels, and how it stops.
@Configuration(proxyBeanMethods = false)
class StartWiring {
  @Bean
  ApplicationListener<ApplicationReadyEvent> announcement(
      DirektdrahtSettings settings, RasaSettings rasa, FirstAccounts accounts) {
    return ready -> {
      var shown = accounts.create(settings.demo());
      var web = (WebServerApplicationContext) ready.getApplicationContext();
      var server = web.getWebServer();
      if (server != null)
        new Announcement(settings, rasa, shown).print(System.out, server.getPort());
    };
  }

  @Bean
  MessageMeters messageMeters(Signals signals, Lines lines, MeterRegistry meters) {
    return new MessageMeters(signals, lines, meters);
  }

  @Bean
  Farewell stopping(WebChannel channel, ConsoleWeb console) {
    return new Farewell(channel, console);
  }

  @Bean
  HealthIndicator databaseHealthIndicator(Database database) {
    return () -> {
      try (var connection = database.source().getConnection()) {
        return connection.isValid(1) ? Health.up().build() : Health.down().build();
      } catch (SQLException lost) {
        return Health.down(lost).build();
      }
    };
  }

  @Bean
  LinesHealth linesHealthIndicator(
      Outboxes outboxes, Platforms platforms, Mailboxes mailboxes, InstantSource clock) {
    return new LinesHealth(outboxes::all, platforms, mailboxes::unopened, clock);
  }
}
