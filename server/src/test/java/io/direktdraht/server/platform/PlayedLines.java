package io.direktdraht.server.platform;

import io.direktdraht.channel.line.LineDialect;
import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.channel.platform.MediaDialect;
import io.direktdraht.channel.platform.media.FakeShelf;
import io.direktdraht.channel.slack.SlackDialect;
import io.direktdraht.channel.sms.SmsDialect;
import io.direktdraht.channel.telegram.TelegramDialect;
import io.direktdraht.channel.webhook.WebhookDialect;
import io.direktdraht.channel.whatsapp.WhatsAppDialect;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// A line of many platforms, which are played on this machine, and one of WhatsApp that only has
/// pictures.
final class PlayedLines implements AutoCloseable {
  static final String WHATSAPP = "whatsapp-de";
  static final String PICTURES = "whatsapp-pictures";
  static final String TELEGRAM = "telegram-de";
  static final String SMS = "sms-de";
  static final String SLACK = "slack-team";
  static final String LINE = "line-jp";
  static final String WEBHOOK = "crm";
  final MediaDialect whatsapp = new WhatsAppDialect();
  final Dialect telegram = new TelegramDialect();
  final Dialect sms = new SmsDialect();
  final Dialect slack = new SlackDialect(InstantSource.system());
  final Dialect lineApp = new LineDialect();
  final Dialect webhook = new WebhookDialect(InstantSource.system());
  final FakePlatform meta = whatsapp.platform();
  final FakeShelf pictures = new FakeShelf(whatsapp);
  final FakePlatform bots = telegram.platform();
  final FakePlatform twilio = sms.platform();
  final FakePlatform workspace = slack.platform();
  final FakePlatform official = lineApp.platform();
  final FakePlatform crm = webhook.platform();

  List<String> settings() {
    return Stream.concat(phones().stream(), messengers().stream()).toList();
  }

  private List<String> phones() {
    return List.of(
        "--direktdraht.whatsapp[0].line=" + WHATSAPP,
        "--direktdraht.whatsapp[0].phone-number-id=" + WhatsAppDialect.PHONE,
        "--direktdraht.whatsapp[0].app-secret=" + WhatsAppDialect.APP_SECRET,
        "--direktdraht.whatsapp[0].verify-token=" + WhatsAppDialect.VERIFY_TOKEN,
        "--direktdraht.whatsapp[0].access-token=" + WhatsAppDialect.ACCESS_TOKEN,
        "--direktdraht.whatsapp[0].url=" + meta.url(),
        "--direktdraht.whatsapp[1].line=" + PICTURES,
        "--direktdraht.whatsapp[1].phone-number-id=" + WhatsAppDialect.PHONE,
        "--direktdraht.whatsapp[1].app-secret=" + WhatsAppDialect.APP_SECRET,
        "--direktdraht.whatsapp[1].verify-token=" + WhatsAppDialect.VERIFY_TOKEN,
        "--direktdraht.whatsapp[1].access-token=" + WhatsAppDialect.ACCESS_TOKEN,
        "--direktdraht.whatsapp[1].url=" + pictures.url(),
        "--direktdraht.telegram[0].line=" + TELEGRAM,
        "--direktdraht.telegram[0].token=" + TelegramDialect.TOKEN,
        "--direktdraht.telegram[0].secret=" + TelegramDialect.SECRET,
        "--direktdraht.telegram[0].url=" + bots.url(),
        "--direktdraht.sms[0].line=" + SMS,
        "--direktdraht.sms[0].account-sid=" + SmsDialect.ACCOUNT,
        "--direktdraht.sms[0].auth-token=" + SmsDialect.TOKEN,
        "--direktdraht.sms[0].from=" + SmsDialect.FROM,
        "--direktdraht.sms[0].public-url=" + SmsDialect.PUBLIC,
        "--direktdraht.sms[0].url=" + twilio.url());
  }

  private List<String> messengers() {
    return List.of(
        "--direktdraht.slack[0].line=" + SLACK,
        "--direktdraht.slack[0].signing-secret=" + SlackDialect.SECRET,
        "--direktdraht.slack[0].token=" + SlackDialect.TOKEN,
        "--direktdraht.slack[0].url=" + workspace.url(),
        "--direktdraht.line[0].line=" + LINE,
        "--direktdraht.line[0].secret=" + LineDialect.SECRET,
        "--direktdraht.line[0].token=" + LineDialect.TOKEN,
        "--direktdraht.line[0].url=" + official.url(),
        "--direktdraht.webhook[0].line=" + WEBHOOK,
        "--direktdraht.webhook[0].secret=" + WebhookDialect.SECRET,
        "--direktdraht.webhook[0].url=" + crm.url());
  }

  @Override
  public void close() {
    meta.close();
    pictures.close();
    bots.close();
    twilio.close();
    workspace.close();
    official.close();
    crm.close();
  }
}
