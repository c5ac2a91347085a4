package io.direktdraht.channel.mail;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Uuid7;
import io.direktdraht.conversation.join.Pin;
import io.direktdraht.conversation.join.Proving;
import io.direktdraht.conversation.mail.MailThreads.Entry;
import io.direktdraht.conversation.mail.MailThreads.Kind;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// Mails digits by a mailbox. It goes at once or not at all: whoever waits asks again.
public final class PinMail implements Proving.Post {
  private static final System.Logger LOG = System.getLogger(PinMail.class.getName());
  private static final int AN_HOUR = 3;
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private final MailLine line;
  private final MailPorts ports;
  private final Session session;

  public PinMail(MailLine line, MailPorts ports) {
    this.line = line;
    this.ports = ports;
    this.session = Connections.session("smtp", line.smtp());
  }

  @Override
  public Contact.Detail reads() {
    return Contact.Detail.EMAIL;
  }

  @Override
  public boolean takes(String address) {
    return true;
  }

  @Override
  public boolean send(String address, Pin pin, String language) {
    var now = ports.clock().instant();
    if (ports.threads().automatic(line.id(), address, now.minus(Duration.ofHours(1))) >= AN_HOUR)
      return false;
    var words = Words.of(language, line.name());
    ports.threads().note(line.id(), entry("pin:", Kind.AUTOMATIC, address, words.subject, now));
    // Nobody waits for the mail server, so nobody learns from the time what it said.
    Thread.ofVirtual().name("pin").start(() -> carry(address, words, pin, now));
    return true;
  }

  /// The thread by which they last came to us, else one that begins now.
  @Override
  public Optional<Contact.Point> point(String address) {
    var thread =
        ports
            .threads()
            .begunBy(line.id(), address)
            .orElseGet(() -> {
              var now = ports.clock().instant();
              var begun = entry("begun:", Kind.WRITTEN, address, line.name(), now);
              ports.threads().note(line.id(), begun);
              return begun.thread();
            });
    return Optional.of(new Contact.Point(line.id(), thread));
  }

  private static Entry entry(String id, Kind kind, String address, String subject, Instant now) {
    var thread = MailIds.newThread(Uuid7.at(now));
    return new Entry(id + thread, thread, kind, address, null, List.of(), subject, now);
  }

  private void carry(String address, Words words, Pin pin, Instant now) {

    try (var transport = session.getTransport("smtp")) {
      Connections.open(transport, line.smtp());
      var mail = written(address, words, pin, now);
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException lost) {
      LOG.log(System.Logger.Level.WARNING, "digits could not be mailed: " + lost);
    }
  }

  private MimeMessage written(String address, Words words, Pin pin, Instant now)
      throws MessagingException {
    var mail = new MimeMessage(session);
    var from = new InternetAddress(line.address(), true);
    try {
      from.setPersonal(line.name(), UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, new InternetAddress(address, true));
    mail.setSubject(words.subject, UTF_8);
    mail.setSentDate(Date.from(now));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setText(words.text.formatted(pin.digits()), UTF_8);
    mail.saveChanges();
    return mail;
  }

  private record Words(String subject, String text) {
    static Words of(String language, String company) {
      return language.equals("en")
          ? new Words(
              "Your code for " + company,
              "Your code is %s. It holds for ten minutes.\n\n"
                  + "If you have not asked for it, you need not do anything.\n")
          : new Words(
              "Ihr Code für " + company,
              "Ihr Code ist %s. Er gilt zehn Minuten.\n\n"
                  + "Haben Sie ihn nicht verlangt, müssen Sie nichts tun.\n");
    }
  }
}
