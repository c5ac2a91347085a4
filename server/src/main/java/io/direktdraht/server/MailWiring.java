package io.direktdraht.server;

import io.direktdraht.channel.mail.Forwarding;
import io.direktdraht.channel.mail.MailLine;
import io.direktdraht.channel.mail.MailPorts;
import io.direktdraht.channel.mail.MailSettings;
import io.direktdraht.channel.mail.Mailboxes;
import io.direktdraht.channel.mail.PinMail;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.sms.PinSms;
import io.direktdraht.channel.sms.SmsSender;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.join.Pins;
import io.direktdraht.conversation.join.Proving;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.mail.MailThreads;
import io.direktdraht.conversation.outbox.OptOuts;
import io.direktdraht.conversation.outbox.RetryPolicy;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.storage.jdbc.JdbcLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Mailboxes that customers write to.
@Configuration(proxyBeanMethods = false)
class MailWiring {
  /// Mail servers are asked again for two days (RFC 5321, 4.5.4.1, asks for four or five of a
  /// relay; whoever waits for an answer would rather know sooner).
  private static final RetryPolicy PATIENCE =
      new RetryPolicy(16, Duration.ofMinutes(5), Duration.ofHours(4), Duration.ofMinutes(5));

  @Bean
  MailPorts mailPorts(
      JdbcLog log,
      Attaching attaching,
      Attachments attachments,
      MailThreads threads,
      InstantSource clock) {
    return new MailPorts(
        log, log, log, attaching, attachments, threads, StorageWiring.HIDDEN, clock);
  }

  /// Those of the settings file come first when a mail belongs to none.
  @Bean(destroyMethod = "close")
  Mailboxes mailboxes(DirektdrahtSettings settings, MailPorts ports, MasterKey master) {
    var mail = settings.mail();
    var habits =
        new MailLine.Habits(
            mail.poll(), mail.largest().toBytes(), mail.lookBack(), mail.automatic());
    return new Mailboxes(
        new Mailboxes.Around(habits, PATIENCE, ports),
        master.derive("mail"),
        mail.lines().stream().map(MailSettings::name).toList());
  }

  /// By whatever mailbox and lines for SMS are open.
  @Bean
  Proving proving(Mailboxes boxes, MailPorts ports, Pins pins, JdbcLog log, PinSms sms) {
    var posts = List.of(new PinMail(boxes::first, ports), sms);
    return new Proving(posts, pins, log, log, ports.clock());
  }

  @Bean
  PinSms pinSms(
      Platforms platforms, OptOuts optOuts, DirektdrahtSettings settings, InstantSource clock) {
    return new PinSms(() -> senders(platforms), optOuts, settings.company().shop(), clock);
  }

  private static List<SmsSender> senders(Platforms platforms) {
    return platforms.all().stream()
        .map(Line::id)
        .sorted(Comparator.comparing(Line.Id::value))
        .flatMap(id -> platforms.find(id).stream())
        .flatMap(line -> line.sender() instanceof SmsSender sms ? Stream.of(sms) : Stream.empty())
        .toList();
  }

  @Bean
  Forwarding.Ports forwardingPorts(
      MailPorts ports, JdbcLog log, Cursors cursors, Lines lines, Signals signals) {
    return new Forwarding.Ports(ports, cursors, log, lines, signals);
  }

  @Bean(destroyMethod = "close")
  Forwarding forwarding(Mailboxes boxes, DirektdrahtSettings settings, Forwarding.Ports ports) {
    var habits = new Forwarding.Habits(settings.mail().unreadFor(), settings.company().shop());
    return new Forwarding(boxes::first, habits, ports);
  }
}
