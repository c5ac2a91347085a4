package io.direktdraht.server;

import io.direktdraht.channel.line.LineHook;
import io.direktdraht.channel.line.LineSender;
import io.direktdraht.channel.line.LineSettings;
import io.direktdraht.channel.line.LineShelf;
import io.direktdraht.channel.messenger.MessengerHook;
import io.direktdraht.channel.messenger.MessengerRegistration;
import io.direktdraht.channel.messenger.MessengerSender;
import io.direktdraht.channel.messenger.MessengerSettings;
import io.direktdraht.channel.messenger.MessengerShelf;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.platform.door.PlatformPorts;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.door.Probe;
import io.direktdraht.channel.platform.door.Showing;
import io.direktdraht.channel.platform.media.Downloads;
import io.direktdraht.channel.platform.media.Sources;
import io.direktdraht.channel.slack.SlackHook;
import io.direktdraht.channel.slack.SlackRegistration;
import io.direktdraht.channel.slack.SlackSender;
import io.direktdraht.channel.slack.SlackSettings;
import io.direktdraht.channel.slack.SlackShelf;
import io.direktdraht.channel.sms.SmsHook;
import io.direktdraht.channel.sms.SmsSender;
import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.sms.SmsShelf;
import io.direktdraht.channel.telegram.TelegramHook;
import io.direktdraht.channel.telegram.TelegramRegistration;
import io.direktdraht.channel.telegram.TelegramSender;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.telegram.TelegramShelf;
import io.direktdraht.channel.webhook.WebhookHook;
import io.direktdraht.channel.webhook.WebhookSender;
import io.direktdraht.channel.webhook.WebhookSettings;
import io.direktdraht.channel.webhook.WebhookShelf;
import io.direktdraht.channel.whatsapp.WhatsAppHook;
import io.direktdraht.channel.whatsapp.WhatsAppRegistration;
import io.direktdraht.channel.whatsapp.WhatsAppSender;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.channel.whatsapp.WhatsAppShelf;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.join.Arrivals;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Revising;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.OptOuts;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The lines of platforms.
@Configuration(proxyBeanMethods = false)
class PlatformWiring {
  /// How the lines are reached from inside.
  record Around(
      JdbcLog log,
      Cursors cursors,
      Deliveries deliveries,
      OptOuts optOuts,
      ChannelWiring.Surroundings surroundings) {}

  @Bean
  Around platformsAround(
      JdbcLog log,
      Cursors cursors,
      Deliveries deliveries,
      OptOuts optOuts,
      ChannelWiring.Surroundings surroundings) {
    return new Around(log, cursors, deliveries, optOuts, surroundings);
  }

  @Bean
  Probe probe(MasterKey master) {
    return new Probe(master.text("door probe", 40));
  }

  @Bean
  Lines platformLines(
      PlatformSettings platforms, DirektdrahtSettings settings, InstantSource clock) {
    return new Lines(platforms, settings, clock);
  }

  @Bean
  PlatformPorts platformPorts(
      RawEvents raw, Attaching attaching, Revising revising, Around around, Arrivals arrivals) {
    var log = around.log;
    var surroundings = around.surroundings;
    return new PlatformPorts(
        raw,
        attaching,
        log,
        revising,
        log,
        log,
        around.cursors,
        around.deliveries,
        around.optOuts,
        surroundings.links(),
        arrivals,
        log,
        surroundings.signals(),
        StorageWiring.HIDDEN);
  }

  @Bean(destroyMethod = "close")
  Platforms platforms(
      DirektdrahtSettings settings,
      PlatformPorts ports,
      Probe probe,
      InstantSource clock,
      MeterRegistry meters) {
    var shared = settings.platforms();
    var rhythm =
        new Platforms.Rhythm(
            settings.sweep(),
            shared.patience(),
            shared.retention(),
            shared.templates(),
            shared.media().attempts(),
            shared.media().firstPause());
    return new Platforms(ports, rhythm, probe, clock, meters);
  }

  @Bean(destroyMethod = "close")
  Showing showing(
      DirektdrahtSettings settings,
      Platforms platforms,
      PlatformPorts ports,
      InstantSource clock,
      MeterRegistry meters) {
    boolean shown = settings.platforms().gestures();
    var around =
        new Showing.Around(
            line -> platforms.find(line).filter(_ -> shown).map(PlatformLine::sender),
            clock,
            meters);
    return new Showing(ports, around, call -> Thread.ofVirtual().name("gesture").start(call));
  }

  /// Hook, sender and shelf of each line.
  record Lines(PlatformSettings platforms, DirektdrahtSettings settings, InstantSource clock) {
    List<PlatformLine> all() {
      var lines = new ArrayList<PlatformLine>();
      for (var one : platforms.whatsapp()) lines.add(whatsapp(one));
      for (var one : platforms.messenger()) lines.add(meta(one, Network.MESSENGER));
      for (var one : platforms.instagram()) lines.add(meta(one, Network.INSTAGRAM));
      for (var one : platforms.telegram()) lines.add(telegram(one));
      for (var one : platforms.sms()) lines.add(sms(one));
      for (var one : settings.slack()) lines.add(slack(one));
      for (var one : settings.line()) lines.add(line(one));
      for (var one : settings.webhook()) lines.add(webhook(one));
      return lines;
    }

    PlatformLine whatsapp(WhatsAppSettings one) {
      var shelf = new WhatsAppShelf(one, downloads(one.url(), WhatsAppSettings.CHANNEL));
      return new PlatformLine(
          new WhatsAppHook(one, clock),
          new WhatsAppSender(one, clock),
          shelf,
          WhatsAppRegistration.of(one, clock));
    }

    PlatformLine meta(MessengerSettings one, Network network) {
      return new PlatformLine(
          new MessengerHook(one, network),
          new MessengerSender(one, network, clock),
          new MessengerShelf(downloads(one.url(), "messenger")),
          new MessengerRegistration(one, network, clock));
    }

    PlatformLine telegram(TelegramSettings one) {
      var shelf = new TelegramShelf(one, downloads(one.url(), TelegramSettings.CHANNEL));
      return new PlatformLine(
          new TelegramHook(one),
          new TelegramSender(one, clock),
          shelf,
          TelegramRegistration.of(one, clock));
    }

    PlatformLine sms(SmsSettings one) {
      var shelf = new SmsShelf(one, downloads(one.url(), SmsSettings.CHANNEL));
      return new PlatformLine(new SmsHook(one, clock), new SmsSender(one, clock), shelf);
    }

    PlatformLine slack(SlackSettings one) {
      var shelf = new SlackShelf(one, downloads(one.url(), SlackSettings.CHANNEL));
      var sender = new SlackSender(one, clock);
      return new PlatformLine(
          new SlackHook(one, clock), sender, shelf, new SlackRegistration(sender));
    }

    PlatformLine line(LineSettings one) {
      var shelf = new LineShelf(one, downloads(one.dataUrl(), LineSettings.CHANNEL));
      return new PlatformLine(new LineHook(one), new LineSender(one, clock), shelf);
    }

    PlatformLine webhook(WebhookSettings one) {
      var shelf = new WebhookShelf(downloads(one.url(), WebhookSettings.CHANNEL));
      return new PlatformLine(new WebhookHook(one, clock), new WebhookSender(one, clock), shelf);
    }

    private Downloads downloads(@Nullable URI platform, String channel) {
      var media = settings.platforms().media();
      var hosts = media.hosts().getOrDefault(channel, List.of());
      var longest = settings.files().longest().toBytes();
      return new Downloads(
          new Sources(Objects.requireNonNull(platform), hosts),
          new Downloads.Limits(longest, media.timeout()));
    }
  }
}
