package io.direktdraht.server;

import io.direktdraht.channel.directline.DirectLineSettings;
import io.direktdraht.channel.line.LineSettings;
import io.direktdraht.channel.mail.MailSettings;
import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.channel.rasa.socket.SocketSettings;
import io.direktdraht.channel.slack.SlackSettings;
import io.direktdraht.channel.webhook.WebhookSettings;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.attachment.Attaching;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.join.Codes;
import io.direktdraht.conversation.join.Onward;
import io.direktdraht.conversation.join.Pins;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.Directory;
import io.direktdraht.conversation.log.IntakeRules;
import io.direktdraht.conversation.log.Masking;
import io.direktdraht.conversation.log.Revising;
import io.direktdraht.conversation.mail.MailThreads;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.OptOuts;
import io.direktdraht.conversation.signal.LocalSignals;
import io.direktdraht.conversation.signal.Signals;
import io.direktdraht.intents.recognise.BankNumbers;
import io.direktdraht.server.phone.PhoneLines;
import io.direktdraht.server.start.FirstAccounts;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.storage.jdbc.Database;
import io.direktdraht.storage.jdbc.JdbcAttachments;
import io.direktdraht.storage.jdbc.JdbcCodes;
import io.direktdraht.storage.jdbc.JdbcCursors;
import io.direktdraht.storage.jdbc.JdbcDeliveries;
import io.direktdraht.storage.jdbc.JdbcDirectory;
import io.direktdraht.storage.jdbc.JdbcKeptLines;
import io.direktdraht.storage.jdbc.JdbcLog;
import io.direktdraht.storage.jdbc.JdbcMailThreads;
import io.direktdraht.storage.jdbc.JdbcOptOuts;
import io.direktdraht.storage.jdbc.JdbcPeople;
import io.direktdraht.storage.jdbc.JdbcPins;
import io.direktdraht.storage.jdbc.JdbcRawEvents;
import io.direktdraht.storage.redis.Redis;
import io.direktdraht.storage.redis.RedisSignals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Drivers of the ports, on the configured database.
@Configuration(proxyBeanMethods = false)
public class StorageWiring {
  /// What no message and no note may keep.
  static final Masking HIDDEN = BankNumbers::masked;

  public static final Line.Id WEB = new Line.Id("web");

  // The lines that are always there.
  static final Line WEBSITE = new Line(WEB, "web", false);
  static final Line REST = new Line(RasaSettings.REST, "rasa", false);
  static final Line CALLBACK = new Line(RasaSettings.CALLBACK, "rasa", true);
  static final Line SOCKET_IO = new Line(SocketSettings.LINE, "rasa", false);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Signals signals(DirektdrahtSettings settings, ObjectProvider<MeterRegistry> meters) {
    var url = settings.redis().url();
    return url.isBlank()
        ? new LocalSignals()
        : new RedisSignals(
            new Redis(URI.create(url)), meters.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  PlatformSettings platformSettings(
      DirektdrahtSettings settings, ObjectProvider<PhoneLines> phones) {
    return PlatformSettings.of(settings, phones.stream().toList());
  }

  @Bean
  Lines lines(DirektdrahtSettings settings, PlatformSettings platforms) {
    var lines =
        Stream.of(
                Stream.of(WEBSITE, REST, CALLBACK, SOCKET_IO),
                platforms.lines(),
                settings.directline().stream().map(DirectLineSettings::asLine),
                settings.slack().stream().map(SlackSettings::asLine),
                settings.line().stream().map(LineSettings::asLine),
                settings.webhook().stream().map(WebhookSettings::asLine),
                settings.mail().lines().stream()
                    .map(box -> new Line(box.name(), MailSettings.CHANNEL, true)))
            .flatMap(Function.identity())
            .toList();
    return Lines.of(lines.toArray(Line[]::new))
        .leadingTo(platforms.onward().stream().map(Onward.Target::line).toList());
  }

  @Bean
  MailThreads mailThreads(Database database) {
    return new JdbcMailThreads(database);
  }

  @Bean
  MasterKey masterKey(DirektdrahtSettings settings, Environment environment) {
    return MasterKey.of(settings.data(), environment.getProperty("DIREKTDRAHT_MASTER_KEY"));
  }

  @Bean(destroyMethod = "close")
  Database database(DirektdrahtSettings settings) {
    var database = settings.database();
    var url =
        database.url().isBlank()
            ? "jdbc:h2:file:" + settings.data().toAbsolutePath().resolve("direktdraht")
            : database.url();
    return new Database(new Database.Address(url, database.user(), database.password()));
  }

  @Bean
  Revising revising(JdbcLog log) {
    return new Revising(log, HIDDEN);
  }

  @Bean(destroyMethod = "close")
  JdbcLog log(
      Database database,
      Lines lines,
      Signals signals,
      InstantSource clock,
      ObjectProvider<MeterRegistry> meters) {
    return new JdbcLog(
        database,
        new JdbcLog.Surroundings(
            lines,
            IntakeRules.DEFAULT.hiding(HIDDEN),
            signals,
            clock,
            meters.getIfAvailable(SimpleMeterRegistry::new)));
  }

  @Bean
  Cursors cursors(Database database) {
    return new JdbcCursors(database);
  }

  @Bean
  OptOuts optOuts(Database database) {
    return new JdbcOptOuts(database);
  }

  @Bean
  Deliveries deliveries(Database database) {
    return new JdbcDeliveries(database);
  }

  @Bean
  Attachments attachments(Database database) {
    return new JdbcAttachments(database);
  }

  @Bean
  Attaching attaching(Attachments attachments, DirektdrahtSettings settings, InstantSource clock) {
    var files = settings.files();
    var limits =
        new Attaching.Limits(files.longest().toBytes(), files.most(), files.daily().toBytes());
    return new Attaching(attachments, limits, BankNumbers::masked, clock);
  }

  @Bean(destroyMethod = "close")
  Pulse attachmentSweep(
      Attachments attachments, DirektdrahtSettings settings, InstantSource clock) {
    return new Pulse(
        "attachment-sweep",
        Duration.ofHours(1),
        _ -> attachments.sweep(clock.instant().minus(settings.files().unsent())));
  }

  @Bean
  Codes codes(Database database) {
    return new JdbcCodes(database);
  }

  @Bean
  KeptLines keptLines(Database database) {
    return new JdbcKeptLines(database);
  }

  @Bean
  Pins pins(Database database) {
    return new JdbcPins(database);
  }

  @Bean
  Directory directory(Database database, Lines lines, JdbcLog log) {
    return new JdbcDirectory(database, lines, log);
  }

  @Bean
  RawEvents rawEvents(Database database) {
    return new JdbcRawEvents(database);
  }

  @Bean
  JdbcPeople people(Database database) {
    return new JdbcPeople(database);
  }

  @Bean
  PasswordEncoder passwords() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  FirstAccounts firstAccounts(Accounts accounts, PasswordEncoder passwords, MasterKey master) {
    return new FirstAccounts(accounts, passwords, master);
  }
}
