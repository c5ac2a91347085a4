package io.direktdraht.server;

import io.direktdraht.channel.directline.DirectLineChannel;
import io.direktdraht.channel.directline.DirectLineSettings;
import io.direktdraht.channel.mail.MailSettings;
import io.direktdraht.channel.mail.Mailboxes;
import io.direktdraht.channel.platform.door.PlatformConnector;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.door.Probe;
import io.direktdraht.channel.rasa.CallbackAdapter;
import io.direktdraht.channel.rasa.RasaSettings;
import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.Fixed;
import io.direktdraht.channel.setup.LineHttp;
import io.direktdraht.channel.setup.Roster;
import io.direktdraht.channel.setup.Survey;
import io.direktdraht.channel.setup.Switchboard;
import io.direktdraht.channel.setup.Vault;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.Outboxes;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.server.start.Values;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lines that operators set up while we run.
@Configuration(proxyBeanMethods = false)
class LineWiring {
  /// Everything of which a line is opened.
  record Making(
      PlatformWiring.Lines platforms,
      PlatformConnector.Around around,
      Mailboxes mailboxes,
      DirectLineChannel directLines,
      String company) {
    Connector platform(PlatformLine line) {
      return new PlatformConnector(line, around);
    }

    Connector mailbox(MailSettings settings) {
      return mailboxes.connector(settings.line(company));
    }

    Connector directLine(DirectLineSettings settings) {
      return directLines.connector(settings);
    }
  }

  @Bean
  PlatformConnector.Around platformConnecting(
      Platforms platforms, ChannelWiring.Patience patience, Probe probe, InstantSource clock) {
    return new PlatformConnector.Around(platforms, patience.policy(), probe, clock);
  }

  @Bean
  Making making(
      PlatformWiring.Lines platforms,
      PlatformConnector.Around around,
      Mailboxes mailboxes,
      DirectLineChannel directLines,
      DirektdrahtSettings settings) {
    var company = settings.company().shop();
    return new Making(platforms, around, mailboxes, directLines, company);
  }

  /// With the lines of the settings file, which are opened first.
  @Bean
  Switchboard switchboard(
      Lines lines,
      Outboxes outboxes,
      Making making,
      DirektdrahtSettings settings,
      FixedLines fixed) {
    var board = new Switchboard(lines, outboxes);
    for (var line : making.platforms().all()) board.settle(making.platform(line));
    for (var box : settings.mail().lines()) board.settle(making.mailbox(box));
    for (var line : settings.directline()) board.settle(making.directLine(line));
    for (var line : fixed.all()) board.settle(line);
    return board;
  }

  /// The lines that are always there, one of each.
  record FixedLines(List<Fixed> all) {}

  @Bean
  FixedLines fixedLines(
      RasaSettings rasa,
      DirektdrahtSettings settings,
      ChannelWiring.Patience patience,
      ChannelWiring.Surroundings around) {
    var url = rasa.callback();
    var carrier =
        url == null
            ? null
            : new Connector.Carrier(
                new CallbackAdapter(url, rasa, around.links(), around.clock()), patience.policy());
    boolean sockets = settings.rasa().socket().enabled();
    return new FixedLines(
        List.of(
            new Fixed(StorageWiring.WEBSITE, null, null),
            new Fixed(StorageWiring.REST, null, null),
            new Fixed(StorageWiring.CALLBACK, url == null ? "rasa.callback" : null, carrier),
            new Fixed(StorageWiring.SOCKET_IO, sockets ? null : "rasa.socket.enabled", null)));
  }

  @Bean
  Roster.Ports rosterPorts(KeptLines kept, MasterKey master, Lines lines, Switchboard board) {
    return new Roster.Ports(kept, new Vault(master.derive("credentials of lines")), lines, board);
  }

  @Bean
  Survey.Ports surveyPorts(
      Lines lines, Switchboard board, Outboxes outboxes, RawEvents raw, Deliveries deliveries) {
    return new Survey.Ports(lines, board, outboxes, raw, deliveries);
  }

  @Bean(destroyMethod = "close")
  Roster roster(
      Making making, Roster.Ports ports, DirektdrahtSettings settings, InstantSource clock) {
    return new Roster(LineKinds.of(making), ports, new Values(), settings.sweep(), clock);
  }

  @Bean
  Survey survey(Roster roster, Survey.Ports ports, DirektdrahtSettings settings) {
    return new Survey(roster, ports, settings.files().url());
  }

  @Bean
  LineHttp lineHttp(Roster roster, Survey survey, Survey.Ports ports, Platforms platforms) {
    return new LineHttp(roster, survey, ports, platforms::wake);
  }
}
