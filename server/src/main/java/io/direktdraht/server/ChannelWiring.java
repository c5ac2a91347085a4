package io.direktdraht.server;

import io.direktdraht.channel.access.Seal;
import io.direktdraht.channel.directline.DirectLineChannel;
import io.direktdraht.channel.directline.DirectLinePorts;
import io.direktdraht.channel.files.FileHttp;
import io.direktdraht.channel.files.SignedLinks;
import io.direktdraht.channel.rasa.RasaHttp;
import io.direktdraht.channel.rasa.RasaPorts;
import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.channel.rasa.socket.SocketChannel;
import io.direktdraht.channel.rasa.socket.SocketPorts;
import io.direktdraht.channel.web.Identity;
import io.direktdraht.channel.web.VisitorTokens;
import io.direktdraht.channel.web.WebChannel;
import io.direktdraht.channel.web.WebPorts;
import io.direktdraht.channel.web.WebSettings;
import io.direktdraht.console.desk.Desk;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.join.Codes;
import io.direktdraht.conversation.join.Onward;
import io.direktdraht.conversation.join.Pins;
import io.direktdraht.conversation.join.Proving;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.live.Doorbell;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.Outboxes;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/// The lines by which customers reach us.
@Configuration(proxyBeanMethods = false)
class ChannelWiring {
  private static final System.Logger LOG = System.getLogger(ChannelWiring.class.getName());

  @Bean
  WebSettings webSettings(DirektdrahtSettings settings) {
    var web = settings.web();
    return new WebSettings(
        StorageWiring.WEB,
        web.origins(),
        web.longestText(),
        web.perMinute(),
        web.burst(),
        web.tokenLife(),
        new Identity(web.identityKey()));
  }

  @Bean
  WebPorts webPorts(JdbcLog log, Cursors cursors, Desk desk, Entrances doors, Signals signals) {
    return new WebPorts(
        log,
        log,
        log,
        cursors,
        doors.lines(),
        desk,
        doors.attaching(),
        doors.attachments(),
        doors.onward(),
        log,
        doors.arrivals(),
        doors.proving(),
        signals);
  }

  /// What the web line has besides words: files in and out, and ways to other lines.
  record Entrances(Attaching attaching, Attachments attachments, Lines lines, Joins joins) {
    Onward onward() {
      return joins.onward;
    }

    Arrivals arrivals() {
      return joins.arrivals;
    }

    Proving proving() {
      return joins.proving;
    }
  }

  /// How visitors bring other addresses.
  record Joins(Onward onward, Arrivals arrivals, Proving proving) {}

  @Bean
  Joins joins(Onward onward, Arrivals arrivals, Proving proving) {
    return new Joins(onward, arrivals, proving);
  }

  @Bean
  Entrances entrances(Attaching attaching, Attachments attachments, Lines lines, Joins joins) {
    return new Entrances(attaching, attachments, lines, joins);
  }

  /// Where contacts can be led.
  record Targets(List<Onward.Target> all) {}

  @Bean
  Targets targets(PlatformSettings platforms, Lines lines, KeptLines kept) {
    var setUp = kept.all().stream().map(KeptLines.Kept::line).toList();
    for (var one : platforms.onward())
      if (!lines.delivers(one.line()) && !setUp.contains(one.line()))
        LOG.log(
            System.Logger.Level.WARNING,
            "onward.to: no line is called {0}; nobody is led there until one is",
            one.line());
    return new Targets(platforms.onward());
  }

  @Bean
  Onward onward(
      DirektdrahtSettings settings,
      Targets targets,
      Lines lines,
      Codes codes,
      InstantSource clock) {
    return new Onward(targets.all(), lines, codes, settings.onward().life(), clock);
  }

  @Bean
  Arrivals arrivals(JdbcLog log, Codes codes, InstantSource clock) {
    return new Arrivals(codes, log, log, clock);
  }

  @Bean(destroyMethod = "close")
  Pulse codeSweep(Codes codes, Pins pins, InstantSource clock) {
    return new Pulse(
        "code-sweep",
        Duration.ofHours(1),
        _ -> {
          codes.forget(clock.instant());
          pins.forget(clock.instant());
        });
  }

  @Bean
  SignedLinks fileLinks(DirektdrahtSettings settings, MasterKey master, InstantSource clock) {
    var files = settings.files();
    return new SignedLinks(files.url(), master.derive("file links"), files.links(), clock);
  }

  @Bean
  FileHttp fileHttp(Attachments attachments, SignedLinks links) {
    return new FileHttp(attachments, links);
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
  DirectLinePorts directLinePorts(JdbcLog log, Attaching attaching, Surroundings around) {
    return new DirectLinePorts(log, log, log, attaching, around.links(), around.signals());
  }

  @Bean
  DirectLineChannel directLineChannel(
      DirectLinePorts ports, MasterKey master, InstantSource clock, MeterRegistry meters) {
    var seal = new Seal(master.derive("direct line"));
    return new DirectLineChannel(ports, seal, clock, meters);
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
  RasaHttp rasaHttp(JdbcLog log, RasaSettings settings, Surroundings around) {
    var ports = new RasaPorts(log, log, log, log, new Doorbell(around.signals()), around.links());
    return new RasaHttp(ports, settings, around.clock());
  }

  @Bean
  SocketChannel socketChannel(
      JdbcLog log,
      DirektdrahtSettings settings,
      Surroundings around,
      MasterKey master,
      MeterRegistry meters) {
    var ports = new SocketPorts(log, log, log, around.links(), around.signals());
    var seal = new Seal(master.derive("socket.io sessions"));
    return new SocketChannel(ports, settings.rasa().socket(), seal, around.clock(), meters);
  }

  /// After what carries, so that it ends before.
  @Bean(destroyMethod = "close")
  @DependsOn({"platforms", "mailboxes"})
  Outboxes outboxes(
      DirektdrahtSettings settings, Deliveries deliveries, JdbcLog log, Surroundings around) {
    var ports = new Outboxes.Ports(deliveries, log, log, around.signals());
    var habits = new Outboxes.Habits(settings.sweep(), settings.delivery().inFlight());
    return new Outboxes(ports, around.clock(), habits);
  }

  @Bean
  Patience patience(DirektdrahtSettings settings) {
    var delivery = settings.delivery();
    return new Patience(
        new RetryPolicy(
            delivery.attempts(), delivery.firstPause(), delivery.longestPause(), delivery.lease()));
  }

  /// How patiently messages are carried to platforms.
  record Patience(RetryPolicy policy) {}

  @Bean
  Surroundings surroundings(Signals signals, FileLinks links, InstantSource clock) {
    return new Surroundings(signals, links, clock);
  }

  /// What every line lives in.
  record Surroundings(Signals signals, FileLinks links, InstantSource clock) {}
}
