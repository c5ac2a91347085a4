package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.Bounce.Fate;
import io.direktdraht.channel.mail.Bounce.What;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads which of our mails a report is about and what became of it: a delivery status report (RFC
/// 3464), or the plain words of servers that write none.
final class BounceReader {
  private static final Pattern ID = Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s]{1,250}>)");
  private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*(\\w{1,20})");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^status:\\s*(\\d\\.\\d{1,3}\\.\\d{1,3})");
  private static final Pattern REASON = Pattern.compile("(?im)^diagnostic-code:\\s*(.{1,300})");
  private static final Pattern MEANT = recipient("original");
  private static final Pattern RECIPIENT = recipient("final");
  private static final Pattern WORDS =
      Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)");
  private static final List<String> LATE = List.of("delay", "verzöger", "warning");
  private static final int READ = 64 * 1024;
  private static final int LONGEST_REASON = 300;

  private BounceReader() {}

  private static Pattern recipient(String which) {
    return Pattern.compile(
        "(?im)^" + which + "-recipient:\\s*[\\w-]{1,20};\\s*<?([^\\s<>]{1,320})");
  }

  static Optional<Bounce> read(Multipart report) throws MessagingException, IOException {
    var status = new StringBuilder();
    var original = new StringBuilder();
    for (int i = 0; i < report.getCount(); i++) {
      var part = report.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) status.append(text(part));
      else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers"))
        original.append(text(part));
    }
    // An empty line between what is said of the mail and of each recipient.
    var fates =
        Arrays.stream(status.toString().split("\r?\n[ \t]*\r?\n", -1))
            .flatMap(group -> fate(group).stream())
            .toList();
    return fates.isEmpty() ? Optional.empty() : Optional.of(new Bounce(about(original), fates));
  }

  private static Optional<Fate> fate(String group) {
    var action = found(ACTION, group).toLowerCase(Locale.ROOT);
    var code = found(STATUS, group);
    var meant = found(MEANT, group);
    var what =
        switch (action) {
          case "failed" -> What.FAILED;
          case "delayed" -> code.startsWith("5") ? What.FAILED : What.LATE;
          default -> What.FINE;
        };
    var recipient = meant.isEmpty() ? found(RECIPIENT, group) : meant;
    return action.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fate(recipient, what, code, found(REASON, group).strip()));
  }

  /// What a mail server wrote in its own words. `failed`: whom it names, or empty.
  static Bounce words(String subject, String text, String failed) {
    var head = text.substring(0, Math.min(text.length(), READ));
    var codes = WORDS.matcher(head).results().map(code -> code.group(1)).distinct().toList();
    var permanent = codes.stream().filter(code -> code.startsWith("5")).findFirst();
    var title = subject.toLowerCase(Locale.ROOT);
    boolean late =
        permanent.isEmpty() && (!codes.isEmpty() || LATE.stream().anyMatch(title::contains));
    var code = permanent.or(() -> codes.stream().findFirst()).orElse("");
    var reason =
        head.lines()
            .map(String::strip)
            .filter(line -> !code.isEmpty() && line.contains(code))
            .findFirst()
            .orElse(subject);
    var said = reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).replace(code, "");
    var fate = new Fate(failed, late ? What.LATE : What.FAILED, code, said.strip());
    return new Bounce(about(head), List.of(fate));
  }

  private static String about(CharSequence original) {
    return found(ID, original).toLowerCase(Locale.ROOT);
  }

  private static String text(Part part) throws MessagingException, IOException {
    try (var body = part.getInputStream()) {
      return new String(body.readNBytes(READ), StandardCharsets.UTF_8) + "\r\n\r\n";
    }
  }

  private static String found(Pattern pattern, CharSequence text) {
    var match = pattern.matcher(text);
    return match.find() ? match.group(1) : "";
  }
}
