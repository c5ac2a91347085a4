package io.direktdraht.server;

import io.direktdraht.channel.mail.AccessTokens;
import io.direktdraht.channel.mail.Credential;
import io.direktdraht.channel.mail.Forwarding;
import io.direktdraht.channel.mail.MailChannel;
import io.direktdraht.channel.mail.MailLine;
import io.direktdraht.channel.mail.MailLine.Security;
import io.direktdraht.channel.mail.MailLine.Server;
import io.direktdraht.channel.mail.MailPorts;
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
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Mailboxes that customers write to.
@Configuration(proxyBeanMethods = false)
class MailWiring {
  /// Mail servers are asked again for two days (RFC 5321, 4.5.4.1, asks for four or five of a
  /// relay; whoever waits for an answer would rather know sooner).
  static final RetryPolicy PATIENCE =
      new RetryPolicy(16, Duration.ofMinutes(5), Duration.ofHours(4), Duration.ofMinutes(5));

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

  /// Every mailbox that is looked into.
  record MailChannels(List<MailChannel> all) implements AutoCloseable {
    @Override
    public void close() {
      all.forEach(MailChannel::close);
    }
  }

  @Bean
  MailPorts mailPorts(
      JdbcLog log,
      Attaching attaching,
      Attachments attachments,
      MailThreads threads,
      InstantSource clock) {
    return new MailPorts(log, log, log, attaching, attachments, threads, clock);
  }

  /// By the first mailbox, if there is one, and by whatever line for SMS is open.
  @Bean
  Proving proving(
      DirektdrahtSettings settings, MailPorts ports, Pins pins, JdbcLog log, PinSms sms) {
    var posts = new ArrayList<Proving.Post>(List.of(sms));
    settings.mail().lines().stream()
        .findFirst()
        .ifPresent(box -> posts.addFirst(new PinMail(line(box, settings), ports)));
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

  @Bean(destroyMethod = "close")
  MailChannels mailChannels(DirektdrahtSettings settings, MailPorts ports, MasterKey master) {
    var mail = settings.mail();
    var habits =
        new MailLine.Habits(
            mail.poll(), mail.largest().toBytes(), mail.lookBack(), mail.automatic());
    return new MailChannels(
        mail.lines().stream()
            .map(box -> new MailChannel(line(box, settings), habits, ports, master.derive("mail")))
            .toList());
  }

  @Bean
  Forwarding.Ports forwardingPorts(
      MailPorts ports, JdbcLog log, Cursors cursors, Lines lines, Signals signals) {
    return new Forwarding.Ports(ports, cursors, log, lines, signals);
  }

  /// By the first mailbox, if there is one.
  @Bean(destroyMethod = "close")
  Forwardings forwardings(DirektdrahtSettings settings, Forwarding.Ports ports) {
    var mail = settings.mail();
    var habits = new Forwarding.Habits(mail.unreadFor(), settings.company().shop());
    return new Forwardings(
        mail.lines().stream()
            .limit(1)
            .map(box -> new Forwarding(new Line.Id(box.name()), habits, ports))
            .toList());
  }

  /// What sends unread answers by mail: one, or none.
  record Forwardings(List<Forwarding> all) implements AutoCloseable {
    @Override
    public void close() {
      all.forEach(Forwarding::close);
    }
  }

  private static MailLine line(DirektdrahtSettings.Mailbox box, DirektdrahtSettings settings) {
    return new MailLine(
        new Line.Id(box.name()),
        box.address(),
        Optional.ofNullable(box.sender()).orElse(settings.company().shop()),
        server(box.imap(), "imap", box),
        server(box.smtp(), "smtp", box),
        box.folder(),
        box.plus(),
        box.authority());
  }

  /// `imaps` and `smtps` speak TLS from the first byte; without the s it begins by STARTTLS, except
  /// towards this machine.
  private static Server server(URI address, String protocol, DirektdrahtSettings.Mailbox box) {
    var scheme = String.valueOf(address.getScheme());
    boolean tls = scheme.equals(protocol + "s");
    if ((!tls && !scheme.equals(protocol)) || address.getHost() == null || address.getPort() < 1)
      throw new IllegalArgumentException(
          "mail.lines: %s must be %ss://host:port, was %s".formatted(protocol, protocol, address));
    var security =
        tls ? Security.TLS : HERE.contains(address.getHost()) ? Security.NONE : Security.STARTTLS;
    return new Server(address.getHost(), address.getPort(), security, box.user(), credential(box));
  }

  private static Credential credential(DirektdrahtSettings.Mailbox box) {
    var oauth = box.oauth();
    if (oauth == null) return new Credential.Password(box.password());
    var grant =
        new AccessTokens.Grant(
            oauth.tokenUrl(),
            oauth.clientId(),
            oauth.clientSecret(),
            oauth.refreshToken(),
            oauth.scope());
    return new AccessTokens(grant, InstantSource.system());
  }
}
