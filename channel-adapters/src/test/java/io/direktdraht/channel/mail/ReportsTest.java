package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.SendFailed;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.mail.MailThreads.Entry;
import io.direktdraht.conversation.mail.MailThreads.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What other servers report belongs to the mail that it is about, and opens nothing.
class ReportsTest {
  private final Rooms rooms = new Rooms(MailLines.mail(0, 0));
  private Conversation seen;
  private long seq;

  @BeforeEach
  void answers() {
    seen = rooms.takes(Mails.from("Eva <eva@example.org>", "<a@x>").with("Cc", "udo@example.org"));
    var message = new Message(new Author.Bot(), rooms.line.id(), Content.text("Seit wann?"), null);
    var said = new ConversationEvent.MessageSent(message, NINE);
    var append = new Append(seen.id(), new Append.Condition.Always(), List.of(said));
    seq = ((Appended.Done) rooms.log.append(append)).lastSeq();
    var ours =
        new Entry(
            rooms.ids.of(seen.id(), seq),
            rooms.thread(seen),
            Kind.AUTOMATIC,
            "eva@example.org",
            null,
            List.of("udo@example.org"),
            "Re: Bank",
            NINE);
    rooms.threads.note(rooms.line.id(), ours);
  }

  private String about() {
    return rooms.ids.of(seen.id(), seq);
  }

  private List<SendFailed> failures() {
    return rooms.events(seen.id()).stream()
        .filter(SendFailed.class::isInstance)
        .map(SendFailed.class::cast)
        .toList();
  }

  private void reported(Mails report) {
    assertThat(rooms.room.take(report.read())).isEqualTo(new Mailroom.Taken.Reported(seen.id()));
  }

  @Test
  void aCopyThatNobodyGetsDoesNotMakeTheAnswerUnsent() {
    reported(Bounces.of(about(), "Udo@example.org", "failed", "5.1.1"));
    assertThat(failures()).isEmpty();
    assertThat(rooms.notes(seen.id()))
        .containsExactly(
            "Die Kopie an udo@example.org ist nicht angekommen: 5.1.1 smtp; 550 5.1.1 user unknown");
    reported(Bounces.of(about(), "eva@example.org", "failed", "5.1.1"));
    assertThat(failures()).extracting(SendFailed::message).containsExactly(seq);
  }

  @ParameterizedTest
  @CsvSource({
    "failed, 4.4.7, 1, 0",
    "delayed, 4.4.1, 0, 1",
    "delayed, 5.0.0, 1, 0",
    "delivered, 2.0.0, 0, 0",
    "relayed, 2.0.0, 0, 0",
    "expanded, 2.1.5, 0, 0"
  })
  void whatBecameOfItDecides(String action, String status, int failures, int notes) {
    reported(Bounces.of(about(), action, status));
    assertThat(failures()).hasSize(failures);
    assertThat(rooms.notes(seen.id())).hasSize(notes);
  }

  /// Of a report about several recipients each is read.
  @Test
  void oneFailureAmongSeveralRecipientsIsFound() {
    var second =
        "\r\n\r\nFinal-Recipient: rfc822; <eva@example.org>\r\nAction: failed\r\nStatus: 5.2.2\r\n"
            + "Diagnostic-Code: smtp; 552 mailbox full\r\n--r\r\nContent-Type: message/global-headers";
    var report = Bounces.of(about(), "udo@example.org", "delivered", "2.0.0");
    reported(report.replacing("\r\n--r\r\nContent-Type: text/rfc822-headers", second));
    assertThat(failures())
        .extracting(SendFailed::reason)
        .containsExactly("5.2.2 smtp; 552 mailbox full");
  }

  /// The address that the report comes to says which mail it is about, whatever the report says.
  @Test
  void aReportThatNamesNoMailIsKnownByItsAddress() {
    var to = rooms.ids.reports(seen.id(), seq).orElseThrow();
    var report = Bounces.of("", "failed", "5.1.1").with("To", to);
    reported(report);
    reported(report);
    assertThat(failures()).extracting(SendFailed::message).containsExactly(seq);
  }

  @ParameterizedTest
  @CsvSource({
    "Undelivered Mail, host said: 550 5.1.1 no such user, 1, 0",
    "failure notice, I gave up. Sorry it did not work out., 1, 0",
    "Warning: message delayed, host said 4.4.1 timed out, 0, 1",
    "Zustellung verzögert, wir versuchen es weiter, 0, 1",
    "Undelivered, 4.4.1 first and then 5.4.7 expired, 1, 0"
  })
  void aServersOwnWordsAreReadToo(String subject, String text, int failures, int notes) {
    var to = rooms.ids.reports(seen.id(), seq).orElseThrow();
    reported(Bounces.words(to, subject, text));
    assertThat(failures()).hasSize(failures);
    assertThat(rooms.notes(seen.id())).hasSize(notes);
    assertThat(rooms.received(seen.id())).hasSize(1);
  }

  /// Absence notes come to the same address (RFC 3834, 4) and report no failure.
  @Test
  void anAbsenceNoteBelongsToItsThreadAndIsNotAnswered() {
    var note =
        Mails.from("eva@example.org", "<away@x>")
            .with("To", rooms.ids.reports(seen.id(), seq).orElseThrow())
            .with("Auto-Submitted", "auto-replied")
            .saying("Bin bis 5.1.1 im Urlaub.");
    assertThat(rooms.takes(note).id()).isEqualTo(seen.id());
    assertThat(failures()).isEmpty();
    assertThat(rooms.received(seen.id()).getLast().automatic()).isTrue();
  }

  @Test
  void aForgedAddressReportsNothing() {
    var to = rooms.ids.reports(seen.id(), seq).orElseThrow();
    for (var forged : List.of(to.replaceFirst("\\.[^.]+@", ".aaaaaaaaaa@"), other(to))) {
      assertThat(rooms.ids.reported(forged)).isEmpty();
      var taken = rooms.room.take(Bounces.words(forged, "x", "550 5.1.1 " + forged).read());
      assertThat(taken).isNotEqualTo(new Mailroom.Taken.Reported(seen.id()));
    }
    assertThat(failures()).isEmpty();
  }

  /// The same signature for another message.
  private String other(String address) {
    var place = Long.toString(seq, 36);
    return address.replace("." + place + ".", "." + Long.toString(seq + 1, 36) + ".");
  }

  @Test
  void anAddressThatWouldBeTooLongIsNotUsed() {
    var conversation = seen.id();
    assertThat(rooms.ids.reports(conversation, seq).orElseThrow().indexOf('@'))
        .isLessThanOrEqualTo(64);
    var line = MailLines.at("kundenservice-und-reklamation@shop.example");
    assertThat(new MailIds(line, new byte[32]).reports(conversation, seq)).isEmpty();
  }
}
