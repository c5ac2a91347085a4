package io.direktdraht.server.phone;

import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.conversation.Line;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Three lines whose platforms are played on this machine. Their secrets are made at the start, and
/// nobody else knows them.
public record PhoneLines(WhatsAppSettings whatsapp, TelegramSettings telegram, SmsSettings sms) {
  static final String NUMBER = "4930555019900";

  static PhoneLines at(URI platform) {
    var random = new SecureRandom();
    var here = URI.create("http://localhost");
    return new PhoneLines(
        new WhatsAppSettings(
            id(Messenger.WHATSAPP),
            NUMBER,
            secret(random),
            secret(random),
            secret(random),
            platform,
            null,
            null),
        new TelegramSettings(
            id(Messenger.TELEGRAM), "1:" + secret(random), secret(random), platform, null),
        new SmsSettings(
            id(Messenger.SMS),
            "AC" + secret(random),
            secret(random),
            "+" + NUMBER,
            here,
            platform,
            null));
  }

  /// What Twilio's callers show.
  String basic() {
    var account = sms.accountSid() + ":" + sms.authToken();
    return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
  }

  private static Line.Id id(Messenger messenger) {
    return new Line.Id(messenger.line());
  }

  private static String secret(SecureRandom random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
