package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.MailLine.Habits;
import io.direktdraht.channel.setup.Reach.Sight;
import io.direktdraht.channel.setup.Reach.Trouble;
import io.direktdraht.conversation.live.Pulse;
import io.direktdraht.conversation.log.LogUnavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes new mails out of a mailbox. A mail is marked only after it was stored: what a crash leaves
/// unmarked is taken again, and known by its id. Marks are a keyword of our own, so that a person
/// who reads in the same mailbox hides nothing from us; where the server keeps no keywords, "seen".
final class MailBox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailBox.class);
  private static final String KEYWORD = "DirektdrahtTaken";
  private static final int TRIES = 5;
  private final MailLine line;
  private final Habits habits;
  private final MailPorts ports;
  private final Mailroom room;
  private final MailReader reader;
  private final Session session;
  private final Restraint restraint; // of the pulse's thread alone
  private final Pulse pulse;
  private final MailBell bell;
  private final Glimpses glimpses = new Glimpses();
  private final Map<String, Integer> failures = new HashMap<>(); // of the pulse's thread alone
  private @Nullable Instant caughtUp; // of the pulse's thread alone
  private @Nullable Store store;
  private @Nullable Folder folder;

  MailBox(MailLine line, Habits habits, MailPorts ports, Mailroom room) {
    this.line = line;
    this.habits = habits;
    this.ports = ports;
    this.room = room;
    this.reader = new MailReader(line);
    this.session = Connections.session("imap", line.imap());
    this.restraint = new Restraint(habits.poll(), InstantSource.system());
    this.pulse = new Pulse("mail-" + line.id(), habits.poll(), this::collect);
    this.bell = new MailBell(line, habits.poll(), pulse::wake);
  }

  Sight sight(@Nullable Instant heard) {
    return glimpses.sight(heard);
  }

  Optional<Trouble> trouble() {
    return glimpses.trouble();
  }

  @Override
  public void close() {
    bell.close();
    pulse.close();
    hangUp();
  }

  private void collect(Pulse beating) {
    if (restraint.waits()) return;
    try {
      var open = opened();
      open.getMessageCount(); // the server tells what is new
      for (var message : open.search(untaken(open))) {
        if (beating.closing()) return;
        if (!message.isExpunged() && !take(open, message)) return;
      }
      caughtUp = ports.clock().instant();
      glimpses.looked(caughtUp);
    } catch (MessagingException lost) {
      LOG.warn("mailbox {}: {}; looking again at the next beat", line.imap(), lost.toString());
      glimpses.lost(lost, line.folder());
      if (lost instanceof AuthenticationFailedException) restraint.refused();
      hangUp();
    }
  }

  private Folder opened() throws MessagingException {
    var kept = folder;
    if (kept != null && kept.isOpen()) return kept;
    hangUp();
    var connected = session.getStore("imap");
    store = connected;
    Connections.open(connected, line.imap());
    restraint.admitted();
    var opened = connected.getFolder(line.folder());
    opened.open(Folder.READ_WRITE);
    folder = opened;
    return opened;
  }

  private void hangUp() {
    try (var _ = store) {
      folder = null;
      store = null;
    } catch (MessagingException gone) {
      LOG.debug("mailbox {}: {}", line.imap(), gone.toString());
    }
  }

  private SearchTerm untaken(Folder open) {
    var oldest = Date.from(since().minus(habits.lookBack()));
    return new AndTerm(
        new FlagTerm(mark(open), false), new ReceivedDateTerm(ComparisonTerm.GE, oldest));
  }

  /// When we last had all of them, by what is stored after a start: however long we were away,
  /// nothing that came meanwhile is too old.
  private Instant since() {
    var known = caughtUp;
    if (known == null)
      caughtUp =
          known = ports.threads().received(line.id()).orElseGet(() -> ports.clock().instant());
    return known;
  }

  private static Flags mark(Folder open) {
    var kept = open.getPermanentFlags();
    return kept != null && kept.contains(Flags.Flag.USER)
        ? new Flags(KEYWORD)
        : new Flags(Flags.Flag.SEEN);
  }

  /// False when there is no point in going on now.
  private boolean take(Folder open, Message message) throws MessagingException {
    try {
      boolean whole = message.getSize() <= habits.largest();
      var taken = room.take(whole ? reader.read(copy(message)) : head(message));
      LOG.info("mailbox {}: {}", line.imap(), taken);
      if (!whole) message.setFlag(Flags.Flag.FLAGGED, true);
      done(open, message);
      glimpses.took(id(message), ports.clock().instant());
      return true;
    } catch (LogUnavailable outage) {
      LOG.warn("mailbox {}: not stored, trying again: {}", line.imap(), outage.toString());
      return false;
    } catch (RuntimeException | IOException broken) {
      return given(open, message, broken);
    }
  }

  private void done(Folder open, Message message) throws MessagingException {
    message.setFlags(mark(open), true);
    message.setFlag(Flags.Flag.SEEN, true);
  }

  /// A mail that breaks us again and again is left to people, so that it stops nobody else.
  private boolean given(Folder open, Message message, Exception broken) throws MessagingException {
    var id = id(message) + message.getMessageNumber();
    if (failures.merge(id, 1, Integer::sum) < TRIES) {
      LOG.warn("mailbox {}: a mail could not be taken, trying again", line.imap(), broken);
      return true;
    }
    LOG.error("mailbox {}: a mail is left in the mailbox, flagged", line.imap(), broken);
    message.setFlag(Flags.Flag.FLAGGED, true);
    message.setFlags(mark(open), true);
    failures.remove(id);
    glimpses.left(id(message), broken.toString(), ports.clock().instant());
    return true;
  }

  private static String id(Message message) throws MessagingException {
    return MailReader.header(message, "Message-ID");
  }

  private Mail head(Message message) throws MessagingException {
    var megabytes = habits.largest() / 1_000_000;
    return reader.head(
        (MimeMessage) message,
        "[Diese E-Mail ist größer als " + megabytes + " MB und liegt noch im Postfach.]");
  }

  /// All of it at once, without marking it as seen.
  private MimeMessage copy(Message message) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
  }
}
