package io.direktdraht.channel.mail;

import io.direktdraht.conversation.Line;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One mailbox that customers write to. `plus` says that mail to `address` with `+anything` before
/// the @ arrives too; `authority` is the name by which our own mail server signs its
/// `Authentication-Results` (RFC 8601), null when it writes none.
public record MailLine(
    Line.Id id,
    String address,
    String name,
    Server imap,
    Server smtp,
    String folder,
    boolean plus,
    @Nullable String authority) {

  /// `TLS` from the first byte, or after `STARTTLS`; `NONE` only for a server on this machine.
  public enum Security {
    TLS,
    STARTTLS,
    NONE
  }

  public record Server(
      String host, int port, Security security, String user, Credential credential) {
    @Override
    public String toString() {
      return user + "@" + host + ":" + port;
    }
  }

  /// The same for all lines. `poll`: how often to look without a hint; `largest`: bytes of a mail
  /// that are read; `lookBack`: how old a mail may be that is taken at all; `automatic`: mails an
  /// hour that one thread gets from the bot.
  public record Habits(Duration poll, long largest, Duration lookBack, int automatic) {
    public Habits {
      if (largest < 10_000 || largest > 100_000_000)
        throw new IllegalArgumentException("mail.largest must be 10 kB to 100 MB, was " + largest);
      if (automatic < 1)
        throw new IllegalArgumentException("mail.automatic must be at least 1, was " + automatic);
    }
  }

  public MailLine {
    address = address.strip().toLowerCase(Locale.ROOT);
    if (address.indexOf('@') < 1 || !address.matches("\\S+"))
      throw new IllegalArgumentException("a mail line's address was '" + address + "'");
  }

  String domain() {
    return address.substring(address.indexOf('@') + 1);
  }

  /// Ours, with or without something behind a plus.
  boolean own(String other) {
    return bare(other).equals(address);
  }

  static String bare(String address) {
    return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
  }
}
