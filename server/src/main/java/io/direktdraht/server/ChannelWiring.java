package io.direktdraht.server;

import io.direktdraht.channel.rasa.CallbackAdapter;
import io.direktdraht.channel.rasa.RasaHttp;
import io.direktdraht.channel.rasa.RasaPorts;
import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.channel.web.VisitorTokens;
import io.direktdraht.channel.web.WebChannel;
import io.direktdraht.channel.web.WebPorts;
import io.direktdraht.channel.web.WebSettings;
import io.direktdraht.console.desk.Desk;
import io.direktdraht.conversation.live.Doorbell;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.Outbox;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.server.start.Outboxes;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The lines by which customers reach us.
@Configuration(proxyBeanMethods = false)
class ChannelWiring {
  @Bean
  WebSettings webSettings(DirektdrahtSettings settings) {
    var web = settings.web();
    return new WebSettings(
        StorageWiring.WEB,
        web.origins(),
        web.longestText(),
        web.perMinute(),
        web.burst(),
        web.tokenLife());
  }

  @Bean
  WebPorts webPorts(JdbcLog log, Cursors cursors, Desk desk, Signals signals) {
    return new WebPorts(log, log, log, cursors, desk, signals);
  }

  @Bean
  WebChannel webChannel(
      WebPorts ports,
      WebSettings settings,
      MasterKey master,
      InstantSource clock,
      MeterRegistry meters) {
    var tokens = new VisitorTokens(master.derive("visitor tokens"), settings.tokenLife(), clock);
    return new WebChannel(ports, settings, tokens, clock, meters);
  }

  @Bean
  RasaSettings rasaSettings(DirektdrahtSettings settings, MasterKey master) {
    var rasa = settings.rasa();
    return new RasaSettings(
        rasa.token().isBlank() ? master.text("rest token", 32) : rasa.token(),
        rasa.longestWait(),
        rasa.callback(),
        rasa.callbackSecret().isBlank()
            ? master.text("callback secret", 40)
            : rasa.callbackSecret(),
        rasa.callbackTimeout());
  }

  @Bean
  RasaHttp rasaHttp(JdbcLog log, RasaSettings settings, Signals signals, InstantSource clock) {
    var ports = new RasaPorts(log, log, log, log, new Doorbell(signals));
    return new RasaHttp(ports, settings, clock);
  }

  @Bean(destroyMethod = "close")
  Outboxes outboxes(
      RasaSettings rasa,
      DirektdrahtSettings settings,
      Deliveries deliveries,
      JdbcLog log,
      Surroundings around) {
    var delivery = settings.delivery();
    var policy =
        new RetryPolicy(
            delivery.attempts(), delivery.firstPause(), delivery.longestPause(), delivery.lease());
    var clockwork = new Outbox.Clockwork(around.clock(), policy);
    var callback = rasa.callback();
    List<ChannelAdapter> adapters =
        callback == null ? List.of() : List.of(new CallbackAdapter(callback, rasa, around.clock()));
    var outboxes =
        adapters.stream()
            .map(adapter -> new Outbox(adapter, deliveries, log, log, clockwork))
            .toList();
    return new Outboxes(outboxes, around.signals(), settings.sweep(), delivery.inFlight());
  }

  @Bean
  Surroundings surroundings(Signals signals, InstantSource clock) {
    return new Surroundings(signals, clock);
  }

  /// What every line lives in.
  record Surroundings(Signals signals, InstantSource clock) {}
}
