package io.direktdraht.channel.mail;

import io.direktdraht.conversation.outbox.DeliveryResult;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// What follows from a server's refusal, by its code (RFC 5321, 4.2) and enhanced status (RFC
/// 3463).
final class SmtpAnswers {
  /// Greylisting servers want to be asked again after some minutes.
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private static final Pattern SENDER = Pattern.compile("\\b5\\.(7\\.\\d{1,3}|1\\.[78])\\b");
  private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private SmtpAnswers() {}

  /// Before anything was sent.
  static DeliveryResult unconnected(MessagingException failed, Instant now) {
    return failed instanceof AuthenticationFailedException
        ? new DeliveryResult.Unauthorized(Refusal.said(failed))
        : new DeliveryResult.Retry(now.plus(AGAIN), Refusal.said(failed));
  }

  static DeliveryResult refused(MessagingException failed, Instant now) {
    int code = code(failed);
    var reason = Refusal.said(failed);
    if (code >= 400 && code < 500) return new DeliveryResult.Retry(now.plus(AGAIN), reason);
    return code < 500 ? new DeliveryResult.Ambiguous(reason) : permanent(code, reason);
  }

  /// Whether it may be refused for the sender's address: by policy (5.7), or as one that is bad
  /// (5.1.7, 5.1.8).
  static boolean aboutSender(DeliveryResult result) {
    var reason =
        switch (result) {
          case DeliveryResult.Invalid(var why) -> why;
          case DeliveryResult.Unreachable(var why) -> why;
          default -> "";
        };
    return SENDER.matcher(reason).find();
  }

  private static DeliveryResult permanent(int code, String reason) {
    var found = STATUS.matcher(reason);
    var status = found.find() ? found.group(1) : "";
    if (code == 530 || code == 535) return new DeliveryResult.Unauthorized(reason);
    if (code == 552 || status.equals("5.3.4") || status.startsWith("5.7."))
      return new DeliveryResult.Invalid(reason);
    boolean recipient =
        status.isEmpty() ? code == 550 || code == 551 || code == 553 : address(status);
    return recipient ? new DeliveryResult.Unreachable(reason) : new DeliveryResult.Invalid(reason);
  }

  /// Bad address, or a mailbox that is closed.
  private static boolean address(String status) {
    return status.startsWith("5.1.") || status.equals("5.2.1") || status.equals("5.0.0");
  }

  /// The first refusal that has a code; 0 when the connection broke.
  private static int code(MessagingException failed) {
    @Nullable Exception at = failed;
    while (at != null) {
      int code =
          switch (at) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
          };
      if (code >= 400) return code;
      at = at instanceof MessagingException nesting ? nesting.getNextException() : null;
    }
    return 0;
  }
}
