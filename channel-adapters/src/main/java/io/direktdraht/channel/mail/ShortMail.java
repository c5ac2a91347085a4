package io.direktdraht.channel.mail;

import io.direktdraht.conversation.outbox.DeliveryResult;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/// A few words of a program by a mailbox, in no thread. They go at once or not at all.
record ShortMail(MailLine line, String to, String subject, String text) {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  DeliveryResult send(Instant now) {
    var session = Connections.session("smtp", line.smtp());
    MimeMessage mail;
    try {
      mail = written(session, now);
    } catch (AddressException nowhere) {
      return new DeliveryResult.Invalid(nowhere.getMessage() + ": " + to);
    } catch (MessagingException unwritable) {
      return new DeliveryResult.Invalid(unwritable.toString());
    }
    try (var transport = session.getTransport("smtp")) {
      try {
        Connections.open(transport, line.smtp());
      } catch (MessagingException unconnected) {
        return SmtpAnswers.unconnected(unconnected, now);
      }
      transport.sendMessage(mail, mail.getAllRecipients());
      return new DeliveryResult.Accepted(mail.getMessageID());
    } catch (MessagingException refused) {
      return SmtpAnswers.refused(refused, now);
    }
  }

  private MimeMessage written(Session session, Instant now) throws MessagingException {
    var mail = new MimeMessage(session);
    var from = new InternetAddress(line.address(), true);
    try {
      from.setPersonal(line.name(), UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, new InternetAddress(to, true));
    mail.setSubject(subject, UTF_8);
    mail.setSentDate(Date.from(now));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setText(text, UTF_8);
    mail.saveChanges();
    return mail;
  }
}
