package io.direktdraht.channel.mail;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Uuid7;
import io.direktdraht.conversation.join.Pin;
import io.direktdraht.conversation.join.Proving;
import io.direktdraht.conversation.mail.MailThreads.Entry;
import io.direktdraht.conversation.mail.MailThreads.Kind;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Mails digits by a mailbox that is open at that moment. It goes at once or not at all: whoever
/// waits asks again.
public final class PinMail implements Proving.Post {
  private static final System.Logger LOG = System.getLogger(PinMail.class.getName());
  private static final int AN_HOUR = 3;
  private final Supplier<Optional<MailLine>> open;
  private final MailPorts ports;

  /// `open`: the mailbox at this moment.
  public PinMail(Supplier<Optional<MailLine>> open, MailPorts ports) {
    this.open = open;
    this.ports = ports;
  }

  @Override
  public Contact.Detail reads() {
    return Contact.Detail.EMAIL;
  }

  @Override
  public boolean takes(String address) {
    return open.get().isPresent();
  }

  @Override
  public boolean send(String address, Pin pin, String language) {
    var line = open.get();
    return line.isPresent() && send(line.get(), address, pin, language);
  }

  private boolean send(MailLine line, String address, Pin pin, String language) {
    var now = ports.clock().instant();
    if (ports.threads().automatic(line.id(), address, now.minus(Duration.ofHours(1))) >= AN_HOUR)
      return false;
    var words = Words.of(language, line.name());
    ports.threads().note(line.id(), entry("pin:", Kind.AUTOMATIC, address, words.subject, now));
    // Nobody waits for the mail server, so nobody learns from the time what it said.
    Thread.ofVirtual().name("pin").start(() -> carry(line, address, words, pin, now));
    return true;
  }

  @Override
  public Optional<Contact.Point> point(String address) {
    return open.get().map(line -> new Contact.Point(line.id(), thread(line, address)));
  }

  /// The thread by which they last came to us, else one that begins now.
  private String thread(MailLine line, String address) {
    return ports
        .threads()
        .begunBy(line.id(), address)
        .orElseGet(() -> {
          var now = ports.clock().instant();
          var begun = entry("begun:", Kind.WRITTEN, address, line.name(), now);
          ports.threads().note(line.id(), begun);
          return begun.thread();
        });
  }

  private static Entry entry(String id, Kind kind, String address, String subject, Instant now) {
    var thread = MailIds.newThread(Uuid7.at(now));
    return new Entry(id + thread, thread, kind, address, null, List.of(), subject, now);
  }

  private static void carry(MailLine line, String address, Words words, Pin pin, Instant now) {
    var result =
        new ShortMail(line, address, words.subject, words.text.formatted(pin.digits())).send(now);
    if (!(result instanceof DeliveryResult.Accepted))
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: digits could not be mailed: {1}",
          line.id(),
          result.failure().reason());
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
