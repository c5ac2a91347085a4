package io.direktdraht.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a delivery status report (RFC 3464): which of our mails it is about and what became of it.
final class BounceReader {
  private static final Pattern ID = Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s]{1,250}>)");
  private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*(\\w{1,20})");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^status:\\s*(\\d\\.\\d{1,3}\\.\\d{1,3})");
  private static final Pattern REASON = Pattern.compile("(?im)^diagnostic-code:\\s*(.{1,300})");
  private static final int READ = 64 * 1024;

  private BounceReader() {}

  static Optional<Bounce> read(Multipart report) throws MessagingException, IOException {
    var status = new StringBuilder();
    var original = new StringBuilder();
    for (int i = 0; i < report.getCount(); i++) {
      var part = report.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) status.append(text(part));
      else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers"))
        original.append(text(part));
    }
    var action = found(ACTION, status).toLowerCase(Locale.ROOT);
    var about = found(ID, original).toLowerCase(Locale.ROOT);
    if (about.isEmpty() || action.isEmpty()) return Optional.empty();
    var code = found(STATUS, status);
    boolean failed = action.equals("failed") || code.startsWith("5");
    return Optional.of(new Bounce(about, failed, code, found(REASON, status).strip()));
  }

  private static String text(Part part) throws MessagingException, IOException {
    try (var body = part.getInputStream()) {
      return new String(body.readNBytes(READ), StandardCharsets.UTF_8);
    }
  }

  private static String found(Pattern pattern, CharSequence text) {
    var match = pattern.matcher(text);
    return match.find() ? match.group(1) : "";
  }
}
