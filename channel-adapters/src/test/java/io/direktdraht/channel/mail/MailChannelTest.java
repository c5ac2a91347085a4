package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.direktdraht.channel.mail.MailLine.Habits;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.attachment.Files;
import io.direktdraht.conversation.mail.MailThreads.Entry;
import io.direktdraht.conversation.mail.MailThreads.Kind;
import io.direktdraht.conversation.outbox.DeliveryResult;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A mail line against a real mail server.
class MailChannelTest {
  private static final String EVA = "Eva Groß <eva@example.org>";
  private static final Habits HABITS =
      new Habits(Duration.ofMillis(200), 15_000_000, Duration.ofDays(36_500), 5);
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private GreenMailUser box;
  private Rooms rooms;
  private MailChannel channel;

  @BeforeEach
  void start() {
    mail.start();
    box = mail.setUser("hilfe@shop.example", "hilfe", "geheim");
    rooms = new Rooms(MailLines.mail(mail.getSmtp().getPort(), mail.getImap().getPort()));
    open();
  }

  private void open() {
    open(HABITS);
  }

  private void open(Habits habits) {
    channel = new MailChannel(rooms.line, habits, rooms.ports, new byte[32]);
  }

  @AfterEach
  void stop() {
    channel.close();
    mail.stop();
  }

  @Test
  void aMailIsTakenOnceAndMarkedAfterwards() throws Exception {
    box.deliver(Mails.from(EVA, "<a@x>").message());
    box.deliver(Mails.from(EVA, "<a@x>").message());
    box.deliver(Mails.from("udo@example.org", "<b@x>").message());
    until("two conversations", () -> conversations() == 2);
    until("marks", () -> Arrays.stream(messages()).allMatch(MailChannelTest::seen));
    assertThat(conversations()).isEqualTo(2);
    channel.close();
    open();
    box.deliver(Mails.from("bo@example.org", "<c@x>").message());
    until("the third", () -> conversations() == 3);
  }

  /// The next look would be in an hour.
  @Test
  void theServerTellsOfNewMail() {
    channel.close();
    open(new Habits(Duration.ofHours(1), 15_000_000, Duration.ofDays(36_500), 5));
    box.deliver(Mails.from(EVA, "<a@x>").message());
    until("the mail", () -> conversations() == 1);
    box.deliver(Mails.from("udo@example.org", "<b@x>").message());
    until("the next one", () -> conversations() == 2);
    box.deliver(Mails.from("bo@example.org", "<c@x>").message());
    until("and one more", () -> conversations() == 3);
  }

  /// Away for longer than a mail may be old.
  @Test
  void whatCameWhileWeWereAwayIsNotTooOld() throws Exception {
    channel.close();
    box.deliver(Mails.from(EVA, "<a@x>").message());
    box.deliver(Mails.from("udo@example.org", "<b@x>").message());
    var habits = new Habits(Duration.ofMillis(200), 15_000_000, Duration.ofDays(3), 5);
    rooms.now = Instant.now().plus(Duration.ofDays(30));
    var last = Instant.now().minusSeconds(60);
    rooms.threads.note(
        rooms.line.id(),
        new Entry("<z@x>", "z", Kind.RECEIVED, "z@x", null, List.of(), "Bank", last));
    open(habits);
    until("both", () -> conversations() == 2);
  }

  /// Who reads in the same mailbox hides nothing from us.
  @Test
  void aMailThatAPersonHasReadIsTakenToo() throws Exception {
    channel.close();
    box.deliver(Mails.from(EVA, "<a@x>").message());
    messages()[0].setFlag(Flags.Flag.SEEN, true);
    open();
    until("the mail", () -> conversations() == 1);
  }

  @Test
  void aLostServerIsFoundAgain() throws Exception {
    box.deliver(Mails.from(EVA, "<a@x>").message());
    until("the mail", () -> conversations() == 1);
    int port = mail.getImap().getPort();
    mail.getImap().stopService();
    box.deliver(Mails.from("udo@example.org", "<b@x>").message());
    var again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    again.start();
    try {
      again
          .setUser("hilfe@shop.example", "hilfe", "geheim")
          .deliver(Mails.from("udo@example.org", "<b@x>").message());
      until("the mail after the outage", () -> conversations() == 2);
    } finally {
      again.stop();
    }
  }

  @Test
  void aBigMailIsReadAndATooBigOneStaysFlagged() throws Exception {
    box.deliver(Mails.from(EVA, "<a@x>").saying("x".repeat(11_000_000)).message());
    box.deliver(Mails.from("udo@example.org", "<b@x>").saying("x".repeat(16_000_000)).message());
    until("both", () -> conversations() == 2);
    until("marks", () -> Arrays.stream(messages()).allMatch(MailChannelTest::seen));
    assertThat(texts()).anyMatch(text -> text.endsWith("xxx …"));
    assertThat(texts()).anyMatch(text -> text.contains("größer als 15 MB"));
    assertThat(messages()[0].isSet(Flags.Flag.FLAGGED)).isFalse();
    assertThat(messages()[1].isSet(Flags.Flag.FLAGGED)).isTrue();
  }

  @Test
  void anAnswerArrivesWithItsFileAndItsAnswerComesBack() throws Exception {
    box.deliver(Mails.from(EVA, "<a@x>").message());
    until("the mail", () -> conversations() == 1);
    var seen = rooms.log.inStage(Stage.Kind.WITH_BOT, 1).getFirst();
    var file = new Attachment(Attachment.Id.next(rooms.now), "Anleitung grün.png", "image/png", 1);
    rooms.attachments.store(file, "agent:ana", Files.PNG, rooms.now);
    var content = Content.text("So geht es: ä").with(List.of(file));
    assertThat(channel.adapter().deliver(rooms.ana(seen, 3, content)))
        .isInstanceOf(DeliveryResult.Accepted.class);
    assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
    var arrived =
        Arrays.stream(mail.getReceivedMessages())
            .filter(MailChannelTest::forEva)
            .findFirst()
            .orElseThrow();
    var parts = (Multipart) arrived.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("So geht es: ä");
    assertThat(MailParts.decoded(parts.getBodyPart(1).getFileName()))
        .isEqualTo("Anleitung grün.png");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(Files.PNG);
    var reply =
        Mails.from(EVA, "<b@x>")
            .with("In-Reply-To", arrived.getHeader("Message-ID")[0])
            .saying("Danke!");
    box.deliver(reply.message());
    until("the answer", () -> rooms.received(seen.id()).size() == 2);
    assertThat(rooms.received(seen.id()).getLast().text()).isEqualTo("Danke!");
  }

  private int conversations() {
    return rooms.log.inStage(Stage.Kind.WITH_BOT, 100).size();
  }

  private List<String> texts() {
    return rooms.log.inStage(Stage.Kind.WITH_BOT, 100).stream()
        .flatMap(one -> rooms.received(one.id()).stream())
        .map(Content::text)
        .toList();
  }

  private Message[] messages() {
    try {
      return mail.getManagers().getImapHostManager().getInbox(box).getMessages().stream()
          .map(stored -> (Message) stored.getMimeMessage())
          .toArray(Message[]::new);
    } catch (FolderException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static boolean seen(Message message) {
    try {
      return message.isSet(Flags.Flag.SEEN);
    } catch (MessagingException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static boolean forEva(Message message) {
    try {
      return message.getAllRecipients()[0].toString().equals("eva@example.org");
    } catch (MessagingException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
