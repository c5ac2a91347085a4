package io.direktdraht.channel.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings when something happens in a mailbox, where the server can tell (IMAP IDLE, RFC 2177), by a
/// connection of its own. Whoever listens looks now and then all the same: a bell may break.
final class MailBell implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailBell.class);

  /// A server may end a silence of 30 minutes (RFC 2177), and many do so after ten.
  private static final Duration SILENCE = Duration.ofMinutes(9);

  private static final Duration LAST_WORDS = Duration.ofSeconds(5);
  private final MailLine line;
  private final Duration pause;
  private final Restraint restraint;
  private final Runnable ring;
  private final Session session;
  private final Thread listening;

  /// `pause`: how long after a lost connection the next one is tried.
  MailBell(MailLine line, Duration pause, Runnable ring) {
    this.line = line;
    this.pause = pause;
    this.restraint = new Restraint(pause, InstantSource.system());
    this.ring = ring;
    this.session = Connections.session("imap", line.imap(), SILENCE);
    this.listening = Thread.ofVirtual().name("bell-" + line.id()).unstarted(this::run);
    listening.start();
  }

  /// Interrupting a virtual thread closes the socket at which it reads.
  @Override
  public void close() {
    listening.interrupt();
    try {
      if (!listening.join(LAST_WORDS)) LOG.warn("mailbox {}: still listens", line.imap());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (tells()) Thread.sleep(pause);
      LOG.info("mailbox {}: the server does not tell of new mail; it is asked", line.imap());
    } catch (InterruptedException closed) {
      LOG.debug("mailbox {}: nobody listens any more", line.imap());
    }
  }

  /// Until the connection is lost; false when this server cannot do it.
  private boolean tells() throws InterruptedException {
    if (restraint.waits()) return true;
    try (var store = (IMAPStore) session.getStore("imap")) {
      Connections.open(store, line.imap());
      restraint.admitted();
      if (!store.hasCapability("IDLE")) return false;
      listen((IMAPFolder) store.getFolder(line.folder()));
    } catch (AuthenticationFailedException refused) {
      restraint.refused();
    } catch (MessagingException | IllegalStateException lost) {
      LOG.debug("mailbox {}: {}; listening again soon", line.imap(), lost.toString());
    }
    return true;
  }

  private void listen(IMAPFolder folder) throws MessagingException, InterruptedException {
    folder.open(Folder.READ_ONLY);
    while (!Thread.interrupted()) {
      ring.run(); // also for what came while nobody listened
      folder.idle(true);
    }
    throw new InterruptedException();
  }
}
