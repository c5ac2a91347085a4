package io.direktdraht.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells whether a program wrote a mail, whether its sender is who they say, and what it reports.
final class OriginReader {
  private static final Set<String> SERVERS = Set.of("mailer-daemon", "postmaster");
  private static final Set<String> PROGRAMS =
      Set.of("no-reply", "noreply", "do-not-reply", "donotreply");
  private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
  private static final List<String> MARKS =
      List.of(
          "List-Id",
          "List-Unsubscribe",
          "X-Autoreply",
          "X-Autorespond",
          "X-Auto-Response-Suppress");
  private final MailLine line;

  OriginReader(MailLine line) {
    this.line = line;
  }

  /// `text`: all that the mail says, or empty when it is too big to be read.
  Mail.Origin origin(MimeMessage message, Mail.Person from, String text) throws MessagingException {
    return new Mail.Origin(
        automatic(message, from), unverified(message), bounce(message, from, text));
  }

  /// Written by a program, hence never to be answered by one (RFC 3834, 2).
  private boolean automatic(MimeMessage message, Mail.Person from) throws MessagingException {
    var submitted = MailReader.header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
    if (!submitted.isEmpty() && !submitted.equals("no")) return true;
    var precedence = MailReader.header(message, "Precedence").strip().toLowerCase(Locale.ROOT);
    if (BULK.contains(precedence)) return true;
    for (var mark : MARKS) if (!MailReader.header(message, mark).isEmpty()) return true;
    if (MailReader.header(message, "Return-Path").strip().equals("<>")) return true;
    return line.own(from.address())
        || server(from)
        || PROGRAMS.contains(local(from))
        || message.isMimeType("multipart/report");
  }

  private static boolean server(Mail.Person from) {
    return SERVERS.contains(local(from));
  }

  private static String local(Mail.Person from) {
    return from.address().replaceFirst("@.*", "");
  }

  /// Our own server's word counts, nobody else's: a stranger can write that header too.
  private boolean unverified(MimeMessage message) throws MessagingException {
    var authority = line.authority();
    var results = message.getHeader("Authentication-Results");
    if (authority == null || results == null) return false;
    return Arrays.stream(results)
        .map(result -> result.strip().toLowerCase(Locale.ROOT))
        .filter(result -> result.startsWith(authority.toLowerCase(Locale.ROOT) + ";"))
        .findFirst()
        .filter(result -> result.contains("dmarc=fail"))
        .isPresent();
  }

  private static @Nullable Bounce bounce(MimeMessage message, Mail.Person from, String text)
      throws MessagingException {
    try {
      if (message.isMimeType("multipart/report"))
        return message.getContent() instanceof Multipart report
            ? BounceReader.read(report).orElse(null)
            : null;
    } catch (IOException | MessagingException broken) {
      return null; // a report that nobody can read is a mail of a program like any other
    }
    var failed = MailReader.header(message, "X-Failed-Recipients").split(",", 2)[0].strip();
    var subject = MailReader.header(message, "Subject");
    return server(from) || !failed.isEmpty() ? BounceReader.words(subject, text, failed) : null;
  }
}
