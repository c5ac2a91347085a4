package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.MailLine.Habits;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.mail.MailThreads.Entry;
import io.direktdraht.conversation.mail.MailThreads.Kind;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OutboundMessage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Sends answers as mails. A mail keeps its id however often it is sent, by which mail programs
/// show it once: so an attempt that may have arrived is repeated once, and one that was interrupted
/// too.
final class MailAdapter implements ChannelAdapter {
  private static final System.Logger LOG = System.getLogger(MailAdapter.class.getName());
  private static final Duration HOUR = Duration.ofHours(1);
  private final MailLine line;
  private final MailPorts ports;
  private final Habits habits;
  private final MailWriter writer;
  private final Session session;
  private volatile boolean reports = true;

  MailAdapter(MailLine line, MailPorts ports, Habits habits, MailIds ids) {
    this.line = line;
    this.ports = ports;
    this.habits = habits;
    this.writer = new MailWriter(line, ids, ports.attachments());
    this.session = Connections.session("smtp", line.smtp());
  }

  @Override
  public Line.Id line() {
    return line.id();
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public @Nullable Duration window() {
    return null;
  }

  @Override
  public DeliveryResult deliver(OutboundMessage message) {
    var now = ports.clock().instant();
    boolean automatic = MailWriter.automatic(message.author());
    var thread = ports.threads().of(line.id(), message.recipient());
    var found = Letter.in(thread, line, automatic);
    if (found.isEmpty()) return new DeliveryResult.Unreachable("nobody wrote in this thread");
    var letter = found.get();
    if (automatic && tooMany(letter.to(), now))
      return new DeliveryResult.Unreachable(
          "more than " + habits.automatic() + " automatic mails within an hour: a loop?");
    try {
      var mail = writer.write(session, message, letter, now, reports);
      var result = send(mail, letter);
      if (result instanceof DeliveryResult.Ambiguous) result = send(mail, letter);
      if (reports && SmtpAnswers.aboutSender(result)) result = plainly(message, letter, now);
      if (result instanceof DeliveryResult.Accepted(var id))
        ports.threads().note(line.id(), entry(id, message, letter, now));
      return result;
    } catch (MessagingException unwritable) {
      return new DeliveryResult.Invalid(unwritable.toString());
    }
  }

  /// Some servers let nobody send from an address that is not exactly their own: then reports come
  /// there.
  private DeliveryResult plainly(OutboundMessage message, Letter letter, Instant now)
      throws MessagingException {
    var result = send(writer.write(session, message, letter, now, false), letter);
    if (result instanceof DeliveryResult.Accepted) {
      LOG.log(
          System.Logger.Level.WARNING, "{0}: the server takes no address for reports", line.id());
      reports = false;
    }
    return result;
  }

  private boolean tooMany(String address, Instant now) {
    return ports.threads().automatic(line.id(), address, now.minus(HOUR)) >= habits.automatic();
  }

  private DeliveryResult send(MimeMessage mail, Letter letter) throws MessagingException {
    try (var transport = session.getTransport("smtp")) {
      try {
        Connections.open(transport, line.smtp());
      } catch (MessagingException unconnected) {
        return SmtpAnswers.unconnected(unconnected, ports.clock().instant());
      }
      transport.sendMessage(mail, mail.getAllRecipients());
      return new DeliveryResult.Accepted(mail.getMessageID());
    } catch (SendFailedException partly) {
      return arrived(partly, letter)
          ? new DeliveryResult.Accepted(mail.getMessageID())
          : SmtpAnswers.refused(partly, ports.clock().instant());
    } catch (MessagingException lost) {
      return SmtpAnswers.refused(lost, ports.clock().instant());
    }
  }

  /// A copy that nobody takes does not make the answer unsent.
  private static boolean arrived(SendFailedException partly, Letter letter) {
    Address[] sent = partly.getValidSentAddresses();
    return sent != null
        && Arrays.stream(sent)
            .anyMatch(one ->
                one instanceof InternetAddress address
                    && letter.to().equalsIgnoreCase(address.getAddress()));
  }

  private static Entry entry(String id, OutboundMessage message, Letter letter, Instant now) {
    return new Entry(
        id,
        message.recipient(),
        MailWriter.automatic(message.author()) ? Kind.AUTOMATIC : Kind.WRITTEN,
        letter.to(),
        null,
        letter.copies(),
        letter.subject(),
        now);
  }
}
