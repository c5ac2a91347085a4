package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.mail.MailThreads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailroomTest {
  private static final String EVA = "Eva Groß <eva@example.org>";
  private final Rooms rooms = new Rooms(MailLines.mail(0, 0));

  @Test
  void aFirstMailOpensAConversationWithItsSubjectAndItsSender() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    assertThat(rooms.received(seen.id()))
        .extracting(Content::text)
        .containsExactly("Bank kaputt\n\nDie Bank wackelt.");
    var contact = rooms.log.contact(seen.contact()).orElseThrow().details();
    assertThat(contact.email()).isEqualTo("eva@example.org");
    assertThat(contact.name()).isEqualTo("Eva Groß");
    assertThat(rooms.log.places(Owed.Kind.TURN, seen.id())).hasSize(1);
  }

  @Test
  void theSameMailAgainChangesNothing() {
    var first = rooms.takes(Mails.from(EVA, "<a@x>"));
    var again = rooms.takes(Mails.from(EVA, "<A@X>"));
    assertThat(again).isEqualTo(first);
  }

  /// Both look into the same mailbox; the other was first to note it, we are first to receive it.
  @Test
  void twoNodesBringAMailIntoOneThread() {
    var late = new LateThreads();
    var rooms = new Rooms(MailLines.mail(0, 0), late);
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    assertThat(rooms.thread(seen)).isEqualTo(LateThreads.OTHERS);
  }

  @Test
  void anAnswerToOurMailStaysInItsConversationWithoutWhatItQuotes() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    var answer =
        Mails.from(EVA, "<b@x>")
            .with("In-Reply-To", rooms.ids.of(seen.id(), 3))
            .saying("Seit Montag.\n\nAm 23.11.2026 schrieb Lindenhof:\n> Seit wann?");
    assertThat(rooms.takes(answer).id()).isEqualTo(seen.id());
    var last = rooms.received(seen.id()).getLast();
    assertThat(last.text()).isEqualTo("Seit Montag.");
    assertThat(whole(last)).contains("> Seit wann?");
  }

  @Test
  void anAccountIsMaskedInTheWholeMailAndInItsSubjectToo() {
    var words = "Mein Konto ist " + Rooms.IBAN + ".\n\nAm 23.11.2026 schrieb Lindenhof:\n> ";
    var mail =
        Mails.from(EVA, "<a@x>")
            .with("Subject", "Geld auf " + Rooms.IBAN)
            .saying(words + "Wohin? Nach " + Rooms.IBAN + "?");
    var seen = rooms.takes(mail);
    var received = rooms.received(seen.id()).getFirst();
    assertThat(received.text()).isEqualTo("Geld auf DE…3000\n\nMein Konto ist DE…3000.");
    assertThat(whole(received)).contains("> Wohin? Nach DE…3000?").doesNotContain(Rooms.IBAN);
    var thread = rooms.threads.of(rooms.line.id(), rooms.thread(seen));
    assertThat(thread.getFirst().subject()).isEqualTo("Geld auf DE…3000");
    assertThat(Letter.in(thread, rooms.line, false).orElseThrow().subject())
        .isEqualTo("Re: Geld auf DE…3000");
  }

  private String whole(Content received) {
    var file = received.attachments().getFirst();
    assertThat(file.name()).isEqualTo("E-Mail.txt");
    return new String(rooms.attachments.bytes(file.id()).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void anAnswerToItsThreadsAddressStaysToo() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    var address = rooms.ids.address(rooms.thread(seen));
    assertThat(rooms.takes(Mails.from(EVA, "<b@x>").with("To", address)).id()).isEqualTo(seen.id());
  }

  /// A contact who has two threads answers in the first one; our mail says in which.
  @Test
  void anAnswerToOurMailStaysInItsThreadThoughTheContactHasSeveral() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    var first = rooms.thread(seen);
    var second = rooms.thread(rooms.takes(Mails.from(EVA, "<c@x>")));
    new MemoryJoining(rooms.log).join(Join.proven(point(first), point(second), Proof.AGENT, NINE));
    for (var thread : List.of(first, second)) {
      var ours = rooms.ids.of(seen.id(), thread.equals(first) ? 3 : 4);
      rooms.threads.note(
          rooms.line.id(),
          new MailThreads.Entry(
              ours,
              thread,
              MailThreads.Kind.WRITTEN,
              "eva@example.org",
              null,
              List.of(),
              "x",
              NINE));
      rooms.takes(Mails.from(EVA, "<to-" + thread + "@x>").with("In-Reply-To", ours));
      assertThat(
              rooms.threads.find(rooms.line.id(), "<to-" + thread + "@x>").orElseThrow().thread())
          .isEqualTo(thread);
    }
  }

  private Contact.Point point(String thread) {
    return new Contact.Point(rooms.line.id(), thread);
  }

  /// A sender is easily forged, a Message-ID easily read; neither opens another's conversation.
  @Test
  void nobodyWritesIntoAnothersConversation() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    var forged = Mails.from(EVA, "<m1@x>");
    assertThat(rooms.takes(forged).id()).isNotEqualTo(seen.id());
    var guessed =
        Mails.from(EVA, "<m2@x>")
            .with("In-Reply-To", rooms.ids.of(seen.id(), 3).replaceFirst("\\.3\\.", ".4."));
    assertThat(rooms.takes(guessed).id()).isNotEqualTo(seen.id());
    var elsewhere = Mails.from("mallory@evil.example", "<m3@x>").with("In-Reply-To", "<z@x>");
    assertThat(rooms.takes(elsewhere).id()).isNotEqualTo(seen.id());
    assertThat(rooms.received(seen.id())).hasSize(1);
  }

  /// To whom a customer forwarded their own mail, and who answers both.
  @Test
  void whoeverAnswersToACustomersMailIsANewcomer() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    var bo = Mails.from("bo@example.org", "<b@x>").with("In-Reply-To", "<a@x>").saying("Und ich?");
    assertThat(rooms.takes(bo).id()).isEqualTo(seen.id());
    assertThat(rooms.received(seen.id()).getLast().text()).isEqualTo("bo@example.org:\nUnd ich?");
    assertThat(rooms.notes(seen.id())).containsExactly("Neu in diesem Gespräch: bo@example.org");
  }

  /// A form on the shop's own page writes by the shop's address.
  @Test
  void whoWroteByAFormIsTheSender() {
    var form = Mails.from("Shop <hilfe@shop.example>", "<f@x>").with("Reply-To", EVA);
    var seen = rooms.takes(form);
    var contact = rooms.log.contact(seen.contact()).orElseThrow().details();
    assertThat(contact.email()).isEqualTo("eva@example.org");
    assertThat(rooms.received(seen.id()).getFirst().automatic()).isFalse();
  }

  @Test
  void whoIsInTheThreadAnswersToTheCustomersMailToo() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>").with("Cc", "udo@example.org"));
    var udo =
        Mails.from("Udo <udo@example.org>", "<b@x>")
            .with("References", "<a@x>")
            .saying("Bei mir auch.");
    assertThat(rooms.takes(udo).id()).isEqualTo(seen.id());
    assertThat(rooms.received(seen.id()).getLast().text())
        .isEqualTo("Udo <udo@example.org>:\nBei mir auch.");
    assertThat(rooms.notes(seen.id())).isEmpty();
  }

  @Test
  void whoeverWasForwardedOurMailIsANewcomer() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    var bo = Mails.from("bo@example.org", "<b@x>").with("In-Reply-To", rooms.ids.of(seen.id(), 3));
    assertThat(rooms.takes(bo).id()).isEqualTo(seen.id());
    assertThat(rooms.notes(seen.id())).containsExactly("Neu in diesem Gespräch: bo@example.org");
  }

  @Test
  void aProgramsMailIsShownAndNeverAnswered() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>").with("Auto-Submitted", "auto-replied"));
    assertThat(rooms.received(seen.id())).hasSize(1);
    assertThat(rooms.log.places(Owed.Kind.TURN, seen.id())).isEmpty();
    assertThat(rooms.notes(seen.id())).first().asString().contains("Programm");
  }

  @Test
  void ourOwnMailIsNoMail() {
    assertThat(rooms.room.take(Mails.from("hilfe+x@shop.example", "<a@x>").read()))
        .isEqualTo(new Mailroom.Taken.Ignored());
  }

  @Test
  void anUnverifiedSenderIsToldToAgents() {
    var forged =
        Mails.from(EVA, "<a@x>").with("Authentication-Results", "mx.shop.example; dmarc=fail");
    var seen = rooms.takes(forged);
    assertThat(rooms.notes(seen.id())).first().asString().contains("nicht bestätigt");
    // the bot does nothing for them: a person looks
    assertThat(rooms.received(seen.id()).getFirst().payload()).isEqualTo("/human");
  }

  @Test
  void aBounceMarksOurMessageAndOpensNothing() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    long seq = says(seen, "Seit wann?");
    var bounce = Bounces.of(rooms.ids.of(seen.id(), seq), "failed", "5.1.1").read();
    assertThat(rooms.room.take(bounce)).isEqualTo(new Mailroom.Taken.Reported(seen.id()));
    assertThat(rooms.room.take(bounce)).isEqualTo(new Mailroom.Taken.Reported(seen.id()));
    assertThat(rooms.events(seen.id()))
        .filteredOn(ConversationEvent.SendFailed.class::isInstance)
        .singleElement()
        .satisfies(
            event -> assertThat(((ConversationEvent.SendFailed) event).message()).isEqualTo(seq));
    assertThat(rooms.received(seen.id())).hasSize(1);
    var strange = Bounces.of("<unknown@elsewhere>", "failed", "5.1.1").read();
    assertThat(rooms.room.take(strange)).isEqualTo(new Mailroom.Taken.Ignored());
  }

  @Test
  void aDelayedMailIsANoteAndNoFailure() {
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    long seq = says(seen, "Seit wann?");
    rooms.room.take(Bounces.of(rooms.ids.of(seen.id(), seq), "delayed", "4.4.1").read());
    assertThat(rooms.notes(seen.id())).first().asString().startsWith("Verspätet");
    assertThat(rooms.events(seen.id())).noneMatch(ConversationEvent.SendFailed.class::isInstance);
  }

  @Test
  void aFileThatIsTooBigIsToldAndTheWordsStay() {
    var big = "x".repeat(1_100_000);
    var mail =
        Mails.from(EVA, "<a@x>")
            .with("Content-Type", "multipart/mixed; boundary=m")
            .saying(
                "--m\r\nContent-Type: text/plain\r\n\r\nAnbei.\r\n--m\r\nContent-Type: text/plain\r\n"
                    + "Content-Disposition: attachment; filename=\"groß.txt\"\r\n\r\n"
                    + big
                    + "\r\n--m--\r\n");
    var seen = rooms.takes(mail);
    assertThat(rooms.received(seen.id()).getFirst().text()).endsWith("Anbei.");
    assertThat(rooms.notes(seen.id())).first().asString().contains("zu groß");
  }

  private long says(Conversation seen, String text) {
    var message = new Message(new Author.Bot(), rooms.line.id(), Content.text(text), null);
    var append =
        new Append(
            seen.id(),
            new Append.Condition.Always(),
            List.of(new ConversationEvent.MessageSent(message, NINE)));
    return ((Appended.Done) rooms.log.append(append)).lastSeq();
  }
}
