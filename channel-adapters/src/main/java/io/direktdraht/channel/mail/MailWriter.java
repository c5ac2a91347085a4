package io.direktdraht.channel.mail;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.attachment.Attachments;
import io.direktdraht.conversation.outbox.OutboundMessage;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/// Writes our messages as mails. Nothing of what was said before is quoted, so that a copy shows
/// nobody more than this message.
final class MailWriter {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private final MailLine line;
  private final MailIds ids;
  private final Attachments attachments;

  MailWriter(MailLine line, MailIds ids, Attachments attachments) {
    this.line = line;
    this.ids = ids;
    this.attachments = attachments;
  }

  /// The bot and the system are programs; their mails say so (RFC 3834, 5).
  static boolean automatic(Author author) {
    return switch (author) {
      case Author.Bot(), Author.System() -> true;
      case Author.Agent _, Author.Contact() -> false;
    };
  }

  /// `reports`: whether it has an address of its own for them.
  MimeMessage write(
      Session session, OutboundMessage message, Letter letter, Instant now, boolean reports)
      throws MessagingException {
    var mail = new Identified(session, ids.of(message.conversation(), message.seq()));
    if (reports)
      ids.reports(message.conversation(), message.seq()).ifPresent(mail::setEnvelopeFrom);
    mail.setFrom(address(line.address(), sender(message.author())));
    mail.setRecipient(RecipientType.TO, address(letter.to(), null));
    for (var copy : letter.copies()) mail.addRecipient(RecipientType.CC, address(copy, null));
    if (line.plus())
      mail.setReplyTo(
          new InternetAddress[] {address(ids.address(message.recipient()), line.name())});
    mail.setSubject(letter.subject(), UTF_8);
    mail.setSentDate(Date.from(now));
    if (letter.answers().startsWith("<")) mail.setHeader("In-Reply-To", letter.answers());
    if (!letter.references().isEmpty())
      mail.setHeader("References", String.join("\r\n ", letter.references()));
    if (automatic(message.author())) {
      mail.setHeader("Auto-Submitted", "auto-replied");
      mail.setHeader("X-Auto-Response-Suppress", "All");
    }
    body(mail, message.content());
    mail.saveChanges();
    return mail;
  }

  private void body(MimeMessage mail, Content content) throws MessagingException {
    if (content.attachments().isEmpty()) {
      mail.setText(words(content), UTF_8);
      return;
    }
    var parts = new MimeMultipart();
    var text = new MimeBodyPart();
    text.setText(words(content), UTF_8);
    parts.addBodyPart(text);
    for (var file : content.attachments()) {
      var part = new MimeBodyPart();
      var bytes = attachments.bytes(file.id()).orElse(new byte[0]);
      part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, file.mediaType())));
      part.setDisposition(Part.ATTACHMENT);
      part.setFileName(encoded(file.name()));
      parts.addBodyPart(part);
    }
    mail.setContent(parts);
  }

  /// Buttons become a list: an answer with one of their titles is understood.
  static String words(Content content) {
    var text = new StringBuilder(content.text());
    int number = 1;
    for (var choice : content.choices())
      text.append(number == 1 ? "\n\n" : "\n").append(number++).append(". ").append(choice.title());
    return text.append('\n').toString();
  }

  private String sender(Author author) {
    return author instanceof Author.Agent(_, var name)
        ? name + " (" + line.name() + ")"
        : line.name();
  }

  private static InternetAddress address(String address, @Nullable String name)
      throws MessagingException {
    try {
      var written = new InternetAddress(address, true);
      if (name != null && !name.isBlank())
        written.setPersonal(name.replaceAll("\\p{Cntrl}", " "), UTF_8);
      return written;
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String name) {
    try {
      return MimeUtility.encodeText(name, UTF_8, null);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A mail that keeps the id it was given, and may have another address for reports than its
  /// sender's.
  private static final class Identified extends SMTPMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
