package io.direktdraht.channel.mail;

import io.direktdraht.channel.mail.Mailboxes.Around;
import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.Reach;
import io.direktdraht.channel.setup.Tried;
import io.direktdraht.conversation.Line;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A mailbox among all other lines: opened, tried and looked at.
final class MailConnector implements Connector, Reach.Trials {
  /// Somebody waits before the screen.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final MailLine line;
  private final Mailboxes boxes;
  private final Around around;

  MailConnector(MailLine line, Mailboxes boxes, Around around) {
    this.line = line;
    this.boxes = boxes;
    this.around = around;
  }

  @Override
  public Line line() {
    return new Line(line.id(), MailSettings.CHANNEL, true);
  }

  @Override
  public Optional<Carrier> open() {
    return Optional.of(new Carrier(boxes.open(line), around.patience()));
  }

  @Override
  public void close() {
    boxes.close(line.id());
  }

  @Override
  public Reach reach() {
    return new Reach.Fetched(boxes.sight(line.id()), this);
  }

  /// Both are asked, whatever the first says.
  @Override
  public List<Tried> check() {
    return List.of(imap(), smtp());
  }

  private Tried imap() {
    var session = Connections.session("imap", line.imap(), SILENCE);
    try (var store = session.getStore("imap")) {
      Connections.open(store, line.imap());
      try (var folder = store.getFolder(line.folder())) {
        folder.open(Folder.READ_ONLY);
      }
      return new Tried("ok", line.folder(), "imap");
    } catch (MessagingException refused) {
      var why = Refusal.of(refused, line.folder());
      return new Tried(why.code(), why.detail(), "imap");
    }
  }

  /// EHLO and AUTH, and no mail.
  private Tried smtp() {
    var session = Connections.session("smtp", line.smtp(), SILENCE);
    try (var transport = session.getTransport("smtp")) {
      Connections.open(transport, line.smtp());
      return new Tried("ok", line.smtp().user(), "smtp");
    } catch (MessagingException refused) {
      var why = Refusal.of(refused, line.folder());
      return new Tried(why.code(), why.detail(), "smtp");
    }
  }

  @Override
  public Tried say(String to, String text) {
    var mail = new ShortMail(line, to, line.name(), text);
    return Tried.of(mail.send(around.ports().clock().instant()));
  }
}
