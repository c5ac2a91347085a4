package io.direktdraht.server;

import static io.direktdraht.channel.setup.Kind.Field.destination;
import static io.direktdraht.channel.setup.Kind.Field.needed;
import static io.direktdraht.channel.setup.Kind.Field.neededDestination;
import static io.direktdraht.channel.setup.Kind.Field.optional;
import static io.direktdraht.channel.setup.Kind.Field.optionalSecret;
import static io.direktdraht.channel.setup.Kind.Field.secret;

import io.direktdraht.channel.directline.DirectLineSettings;
import io.direktdraht.channel.line.LineSettings;
import io.direktdraht.channel.mail.MailSettings;
import io.direktdraht.channel.messenger.MessengerSettings;
import io.direktdraht.channel.messenger.Network;
import io.direktdraht.channel.setup.Kind;
import io.direktdraht.channel.setup.Kind.Field;
import io.direktdraht.channel.slack.SlackSettings;
import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.webhook.WebhookSettings;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.server.LineWiring.Making;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What each kind of channel has to be told; the fields are those of its settings record.
final class LineKinds {
  private static final List<Field> META =
      List.of(
          needed("page-id"),
          needed("verify-token"),
          secret("app-secret"),
          secret("access-token"),
          optional("human-agent"),
          optional("appsecret-proof"));

  private LineKinds() {}

  static List<Kind<?>> of(Making making) {
    return Stream.of(meta(making), others(making), ours(making)).flatMap(List::stream).toList();
  }

  private static List<Kind<?>> meta(Making making) {
    var lines = making.platforms();
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
                destination("url")),
            WhatsAppSettings.class,
            one -> making.platform(lines.whatsapp(one))),
        new Kind<>(
            "messenger",
            with(META, optional("app-id"), destination("url")),
            MessengerSettings.class,
            one -> making.platform(lines.meta(one, Network.MESSENGER))),
        new Kind<>(
            "instagram",
            with(META, needed("account-id"), optional("app-id"), destination("url")),
            MessengerSettings.class,
            one -> making.platform(lines.meta(one, Network.INSTAGRAM))));
  }

  private static List<Kind<?>> others(Making making) {
    var lines = making.platforms();
    return List.of(
        new Kind<>(
            TelegramSettings.CHANNEL,
            List.of(secret("token"), needed("secret"), optional("public-url"), destination("url")),
            TelegramSettings.class,
            one -> making.platform(lines.telegram(one))),
        new Kind<>(
            SmsSettings.CHANNEL,
            List.of(
                needed("account-sid"),
                secret("auth-token"),
                needed("from"),
                needed("public-url"),
                optional("mms"),
                destination("url")),
            SmsSettings.class,
            one -> making.platform(lines.sms(one))),
        new Kind<>(
            SlackSettings.CHANNEL,
            List.of(secret("signing-secret"), secret("token"), destination("url")),
            SlackSettings.class,
            one -> making.platform(lines.slack(one))),
        new Kind<>(
            LineSettings.CHANNEL,
            List.of(secret("secret"), secret("token"), destination("url")),
            LineSettings.class,
            one -> making.platform(lines.line(one))),
        new Kind<>(
            WebhookSettings.CHANNEL,
            List.of(needed("url"), secret("secret")), // which signs, and is shown to nobody
            WebhookSettings.class,
            one -> making.platform(lines.webhook(one))));
  }

  /// Those behind which no platform stands.
  private static List<Kind<?>> ours(Making making) {
    return List.of(
        new Kind<>(
            MailSettings.CHANNEL,
            "name",
            List.of(
                needed("address"),
                neededDestination("imap"),
                neededDestination("smtp"),
                needed("user"),
                optionalSecret("password"),
                optional("sender"),
                optional("folder"),
                optional("plus"),
                optional("authority"),
                destination("oauth.token-url"),
                optional("oauth.client-id"),
                optionalSecret("oauth.client-secret"),
                optionalSecret("oauth.refresh-token"),
                optional("oauth.scope")),
            MailSettings.class,
            making::mailbox),
        new Kind<>(
            DirectLineSettings.CHANNEL,
            List.of(
                secret("secret"),
                optional("origins"),
                optional("name"),
                optional("token-life"),
                optional("longest-text"),
                optional("per-minute"),
                optional("burst")),
            DirectLineSettings.class,
            making::directLine));
  }

  private static List<Field> with(List<Field> fields, Field... more) {
    var all = new ArrayList<>(fields);
    all.addAll(List.of(more));
    return all;
  }
}
