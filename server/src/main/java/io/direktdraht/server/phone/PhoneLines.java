package io.direktdraht.server.phone;

import io.direktdraht.channel.sms.SmsSettings;
import io.direktdraht.channel.telegram.TelegramSettings;
import io.direktdraht.channel.whatsapp.WhatsAppSettings;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.join.Onward;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Three lines whose platforms are played on this machine. Their secrets are made at the start, and
/// nobody else knows them.
public record PhoneLines(
    WhatsAppSettings whatsapp,
    TelegramSettings telegram,
    SmsSettings sms,
    List<Onward.Target> onward) {
  static final String NUMBER = "4930555019900";

  /// Of the business that has the templates.
  static final String ACCOUNT = "1029384756";

  static PhoneLines at(URI platform, int port) {
    var random = new SecureRandom();
    var here = URI.create("http://localhost");
    return new PhoneLines(
        new WhatsAppSettings(
            id(Messenger.WHATSAPP),
            NUMBER,
            ACCOUNT,
            secret(random),
            secret(random),
            secret(random),
            platform,
            null,
            null,
            false,
            null),
        new TelegramSettings(
            id(Messenger.TELEGRAM), "1:" + secret(random), secret(random), null, platform, null),
        new SmsSettings(
            id(Messenger.SMS),
            "AC" + secret(random),
            secret(random),
            "+" + NUMBER,
            here,
            false,
            platform,
            null),
        Stream.of(Messenger.WHATSAPP, Messenger.TELEGRAM)
            .map(messenger -> target(messenger, port))
            .toList());
  }

  /// The widget leads to the phone's own page.
  private static Onward.Target target(Messenger messenger, int port) {
    var url = "http://localhost:" + port + "/phone/?messenger=" + messenger.channel();
    return new Onward.Target(id(messenger), messenger.title(), url + "&text={text}");
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
