package io.direktdraht.server;

import static io.direktdraht.channel.platform.setup.Kind.Field.needed;
import static io.direktdraht.channel.platform.setup.Kind.Field.optional;
import static io.direktdraht.channel.platform.setup.Kind.Field.secret;

import io.direktdraht.channel.line.LineSettings;
import io.direktdraht.channel.messenger.MessengerSettings;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.door.Probe;
import io.direktdraht.channel.platform.setup.Kind;
import io.direktdraht.channel.platform.setup.Kind.Field;
import io.direktdraht.channel.platform.setup.LineHttp;
import io.direktdraht.channel.platform.setup.Roster;
import io.direktdraht.channel.platform.setup.Survey;
import io.direktdraht.channel.platform.setup.Trial;
import io.direktdraht.channel.platform.setup.Vault;
import io.direktdraht.channel.slack.SlackSettings;
import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.webhook.WebhookSettings;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.inbox.RawEvents;
import io.direktdraht.conversation.line.KeptLines;
import io.direktdraht.conversation.outbox.Deliveries;
import io.direktdraht.conversation.outbox.Outboxes;
import io.direktdraht.server.start.MasterKey;
import io.direktdraht.server.start.Values;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lines that operators set up while we run.
@Configuration(proxyBeanMethods = false)
class LineWiring {
  private static final List<Field> META =
      List.of(
          needed("page-id"),
          needed("verify-token"),
          secret("app-secret"),
          secret("access-token"),
          optional("appsecret-proof"));

  @Bean
  Roster.Ports rosterPorts(
      KeptLines kept, MasterKey master, Survey.Ports running, ChannelWiring.Patience patience) {
    var vault = new Vault(master.derive("credentials of lines"));
    return new Roster.Ports(
        kept, vault, running.lines(), running.platforms(), running.outboxes(), patience.policy());
  }

  @Bean
  Survey.Ports surveyPorts(
      Lines lines, Platforms platforms, Outboxes outboxes, RawEvents raw, Deliveries deliveries) {
    return new Survey.Ports(lines, platforms, outboxes, raw, deliveries);
  }

  @Bean(destroyMethod = "close")
  Roster roster(
      PlatformWiring.Lines lines,
      Roster.Ports ports,
      DirektdrahtSettings settings,
      InstantSource clock) {
    return new Roster(kinds(lines), ports, new Values(), settings.sweep(), clock);
  }

  @Bean
  Survey survey(Roster roster, Survey.Ports ports, DirektdrahtSettings settings) {
    return new Survey(roster, ports, settings.files().url());
  }

  @Bean
  LineHttp lineHttp(
      Roster roster, Survey survey, Survey.Ports ports, Probe probe, InstantSource clock) {
    return new LineHttp(roster, survey, new Trial(ports.platforms(), survey, probe, clock), ports);
  }

  /// What each kind of channel has to be told; the fields are those of its settings record.
  private static List<Kind<?>> kinds(PlatformWiring.Lines lines) {
    return Stream.concat(meta(lines).stream(), others(lines).stream()).toList();
  }

  private static List<Kind<?>> meta(PlatformWiring.Lines lines) {
    return List.of(
        new Kind<>(
            WhatsAppSettings.CHANNEL,
            List.of(
                needed("phone-number-id"),
                optional("waba-id"),
                needed("verify-token"),
                secret("app-secret"),
                secret("access-token"),
                optional("appsecret-proof"),
                optional("strict-order"),
                optional("url")),
            WhatsAppSettings.class,
            lines::whatsapp),
        new Kind<>(
            "messenger",
            with(META, optional("app-id"), optional("url")),
            MessengerSettings.class,
            one -> lines.meta(one, Network.MESSENGER)),
        new Kind<>(
            "instagram",
            with(META, optional("account-id"), optional("app-id"), optional("url")),
            MessengerSettings.class,
            one -> lines.meta(one, Network.INSTAGRAM)));
  }

  private static List<Kind<?>> others(PlatformWiring.Lines lines) {
    return List.of(
        new Kind<>(
            TelegramSettings.CHANNEL,
            List.of(secret("token"), needed("secret"), optional("public-url"), optional("url")),
            TelegramSettings.class,
            lines::telegram),
        new Kind<>(
            SmsSettings.CHANNEL,
            List.of(
                needed("account-sid"),
                secret("auth-token"),
                needed("from"),
                needed("public-url"),
                optional("url")),
            SmsSettings.class,
            lines::sms),
        new Kind<>(
            SlackSettings.CHANNEL,
            List.of(secret("signing-secret"), secret("token"), optional("url")),
            SlackSettings.class,
            lines::slack),
        new Kind<>(
            LineSettings.CHANNEL,
            List.of(secret("secret"), secret("token"), optional("url")),
            LineSettings.class,
            lines::line),
        new Kind<>(
            WebhookSettings.CHANNEL,
            List.of(needed("url"), secret("secret")),
            WebhookSettings.class,
            lines::webhook));
  }

  private static List<Field> with(List<Field> fields, Field... more) {
    var all = new ArrayList<>(fields);
    all.addAll(List.of(more));
    return all;
  }
}
