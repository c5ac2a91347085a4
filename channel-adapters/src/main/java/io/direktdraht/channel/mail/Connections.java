package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.MailLine.Server;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/// How servers are reached: with bounded patience, and with a certificate that is theirs.
final class Connections {
  private static final String CONNECTS = "10000"; // milliseconds
  private static final Duration ANSWERS = Duration.ofMinutes(1);
  private static final String PIECE =
      "1000000"; // bytes asked for at once; the library asks for 16 KiB

  private Connections() {}

  /// `protocol` is "imap" or "smtp".
  static Session session(String protocol, Server server) {
    return session(protocol, server, ANSWERS);
  }

  /// Lost when the server says nothing for longer than `silence`.
  static Session session(String protocol, Server server, Duration silence) {
    var properties = new Properties();
    var prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "host", server.host());
    properties.setProperty(prefix + "port", "" + server.port());
    properties.setProperty(prefix + "auth", "" + !server.user().isBlank());
    properties.setProperty(prefix + "connectiontimeout", CONNECTS);
    properties.setProperty(prefix + "timeout", "" + silence.toMillis());
    properties.setProperty(prefix + "writetimeout", "" + ANSWERS.toMillis());
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty("mail.mime.address.strict", "false");
    properties.setProperty("mail.mime.charset", "UTF-8");
    if (protocol.equals("imap")) properties.setProperty("mail.mime.allowutf8", "true");
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.imap.peek", "true");
    properties.setProperty("mail.imap.fetchsize", PIECE);
    switch (server.security()) {
      case TLS -> properties.setProperty(prefix + "ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", "true");
      }
      case NONE -> {}
    }
    if (server.credential() instanceof Credential.Token)
      properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    return Session.getInstance(properties);
  }

  /// As whom the server knows us. A word that it does not take is not shown a second time.
  static void open(Service service, Server server) throws MessagingException {
    try {
      service.connect(server.host(), server.port(), server.user(), server.credential().word());
    } catch (AuthenticationFailedException refused) {
      server.credential().refused();
      throw refused;
    }
  }
}
