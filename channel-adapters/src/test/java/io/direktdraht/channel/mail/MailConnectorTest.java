package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.direktdraht.channel.setup.Connector;
import io.direktdraht.channel.setup.Reach;
import io.direktdraht.channel.setup.Tried;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators can try on a mailbox and see of it, against a real mail server.
class MailConnectorTest {
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private GreenMailUser box;
  private MailLine line;
  private Mailboxes boxes;

  @BeforeEach
  void start() {
    mail.start();
    box = mail.setUser("hilfe@shop.example", "hilfe", "geheim");
    mail.setUser("eva@example.org", "eva", "geheim");
    line = MailLines.mail(mail.getSmtp().getPort(), mail.getImap().getPort());
    boxes = boxes(line, List.of());
  }

  @AfterEach
  void stop() {
    boxes.close();
    mail.stop();
  }

  static Mailboxes boxes(MailLine line, List<Line.Id> preferred) {
    var habits =
        new MailLine.Habits(Duration.ofMillis(100), 15_000_000, Duration.ofDays(36_500), 5);
    var patience =
        new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));
    var around = new Mailboxes.Around(habits, patience, new Rooms(line).ports);
    return new Mailboxes(around, new byte[32], preferred);
  }

  @Test
  void bothServersAreAskedAndSayWhatTheyHaveAgainstUs() {
    assertThat(check(line))
        .containsExactly(new Tried("ok", "INBOX", "imap"), new Tried("ok", "hilfe", "smtp"));
    assertThat(mail.getReceivedMessages()).isEmpty();
    box.setPassword("anders");
    assertThat(check(line)).extracting(Tried::code).containsExactly("refused", "refused");
    box.setPassword("geheim");
    var imap = line.imap();
    assertThat(check(at(imap, nobodysPort(), "INBOX")))
        .extracting(one -> one.by() + " " + one.code())
        .containsExactly("imap ok", "smtp away");
    assertThat(check(at(imap, line.smtp().port(), "Hilfe")).getFirst())
        .isEqualTo(new Tried("folder", "Hilfe", "imap"));
  }

  private static int nobodysPort() {
    try (var passing = new ServerSocket(0)) {
      return passing.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static MailLine at(MailLine.Server imap, int smtp, String folder) {
    var server =
        new MailLine.Server("localhost", smtp, imap.security(), imap.user(), imap.credential());
    return new MailLine(
        new Line.Id("mail"), "hilfe@shop.example", "L", imap, server, folder, false, null);
  }

  @Test
  void aTestMailArrivesAndItsRefusalIsTold() throws Exception {
    assertThat(say("eva@example.org").code()).isEqualTo("ok");
    var arrived = mail.getReceivedMessagesForDomain("example.org")[0];
    assertThat(arrived.getSubject()).isEqualTo("Lindenhof");
    assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(String.valueOf(arrived.getContent())).contains("Probe");
    assertThat(say("no address").code()).isEqualTo("invalid");
    box.setPassword("anders");
    assertThat(say("eva@example.org").code()).isEqualTo("unauthorized");
  }

  @Test
  void whatWasSeenInTheMailboxIsTold() {
    var connector = boxes.connector(line);
    connector.open();
    until("the first look", () -> sight(connector).looked() != null);
    box.deliver(Mails.from("Eva <eva@example.org>", "<a@x>").message());
    until("the mail", () -> sight(connector).taken() == 1);
    var seen = sight(connector);
    assertThat(seen.trouble()).isNull();
    assertThat(seen.heard()).isNotNull();
    assertThat(seen.events()).hasSize(1);
    assertThat(seen.events().getFirst().key()).isEqualTo("<a@x>");
    assertThat(seen.events().getFirst().state()).isEqualTo("done");
  }

  @Test
  void aMailboxThatLetsNobodyInIsTroubleUntilItDoes() {
    box.setPassword("anders");
    var connector = boxes.connector(line);
    connector.open();
    until("it is refused", () -> sight(connector).trouble() != null);
    assertThat(sight(connector).trouble())
        .extracting(Reach.Trouble::code)
        .isEqualTo("mailbox-refused");
    assertThat(boxes.unopened()).containsOnlyKeys("mail");
    box.setPassword("geheim");
    until("it is let in", () -> sight(connector).trouble() == null);
    assertThat(boxes.unopened()).isEmpty();
  }

  @Test
  void whatBelongsToNoMailboxIsWrittenByTheSameOneOnEveryNode() {
    var preferred = new Line.Id("z-of-the-settings");
    var many = boxes(line, List.of(preferred));
    assertThat(many.first()).isEmpty();
    for (var name : List.of("b", "a")) many.connector(named(name)).open();
    assertThat(many.first().orElseThrow().id()).hasToString("a");
    many.connector(named(preferred.value())).open();
    assertThat(many.first().orElseThrow().id()).isEqualTo(preferred);
    many.connector(named(preferred.value())).close();
    many.connector(named("a")).close();
    assertThat(many.first().orElseThrow().id()).hasToString("b");
    many.close();
  }

  private MailLine named(String name) {
    return MailLines.named(name, line.smtp().port(), line.imap().port());
  }

  private List<Tried> check(MailLine asked) {
    try {
      return trials(asked).check();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private Tried say(String to) throws InterruptedException {
    return trials(line).say(to, "Probe");
  }

  private Reach.Trials trials(MailLine asked) {
    return boxes.connector(asked).reach().trials().orElseThrow();
  }

  private static Reach.Sight sight(Connector connector) {
    return ((Reach.Fetched) connector.reach()).sight();
  }
}
