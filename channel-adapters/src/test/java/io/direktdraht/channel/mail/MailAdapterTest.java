package io.direktdraht.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.mail.MailLine.Habits;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAdapterTest {
  static final Habits HABITS = new Habits(Duration.ofSeconds(1), 25_000_000, Duration.ofDays(3), 5);
  private static final String EVA = "Eva Groß <eva@example.org>";

  @Test
  void anAnswerGoesToItsThread() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var seen = rooms.takes(Mails.from(EVA, "<a@x>").with("Cc", "udo@example.org"));
      var choices = List.of(new Content.Choice("Ja", "/ja"), new Content.Choice("Nein", "/nein"));
      var content = new Content("Seit wann wackelt sie? ä", null, choices);
      var result = adapter(rooms).deliver(rooms.bot(seen, 3, content));
      assertThat(result).isEqualTo(new DeliveryResult.Accepted(rooms.ids.of(seen.id(), 3)));
      assertThat(smtp.mails.getFirst())
          .contains("Message-ID: " + rooms.ids.of(seen.id(), 3))
          .contains("In-Reply-To: <a@x>")
          .contains("References: <a@x>")
          .contains("Subject: Re: Bank kaputt")
          .contains("To: eva@example.org")
          .contains("Cc: udo@example.org")
          .contains("From: Lindenhof <hilfe@shop.example>")
          .contains("Reply-To: Lindenhof <" + rooms.ids.address(rooms.thread(seen)) + ">")
          .contains("Auto-Submitted: auto-replied")
          .contains("X-Auto-Response-Suppress: All")
          .contains("1. Ja\n2. Nein");
    }
  }

  /// What other servers report comes to an address of this one mail.
  @Test
  void theEnvelopeSaysWhichMailItIs() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
      adapter(rooms).deliver(rooms.ana(seen, 4, Content.text("zwei")));
      var reports = rooms.ids.reports(seen.id(), 4).orElseThrow();
      assertThat(smtp.commands).anyMatch(line -> line.startsWith("MAIL FROM:<" + reports + ">"));
      assertThat(rooms.ids.reported(reports)).contains(new MailIds.Ours(seen.id(), 4));
    }
  }

  /// As Exchange does with whoever may send as one address alone.
  @ParameterizedTest
  @ValueSource(strings = {"550 5.7.60 not allowed to send as this sender", "553 5.1.8 bad sender"})
  void aServerThatTakesNoOtherSenderIsSentToPlainly(String refusal) throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of("MAIL +b.", refusal))) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
      var adapter = adapter(rooms);
      for (long seq = 4; seq <= 5; seq++)
        assertThat(adapter.deliver(rooms.ana(seen, seq, Content.text("zwei"))))
            .isInstanceOf(DeliveryResult.Accepted.class);
      assertThat(smtp.commands.stream().filter(line -> line.startsWith("MAIL FROM:<hilfe+b.")))
          .hasSize(1);
      assertThat(
              smtp.commands.stream()
                  .filter(line -> line.startsWith("MAIL FROM:<hilfe@shop.example>")))
          .hasSize(2);
    }
  }

  /// Whoever was forwarded a mail and asks learns nothing from the bot; a person may let them in.
  @Test
  void whatTheBotSaysGoesToNobodyWhoCameUninvited() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var seen = rooms.takes(Mails.from(EVA, "<a@x>").with("Cc", "udo@example.org"));
      rooms.takes(
          Mails.from("bo@example.org", "<b@x>")
              .with("In-Reply-To", "<a@x>")
              .with("Cc", "cem@example.org"));
      adapter(rooms).deliver(rooms.bot(seen, 3, Content.text("eins")));
      assertThat(smtp.mails.getLast()).contains("Cc: udo@example.org\n");
      adapter(rooms).deliver(rooms.ana(seen, 4, Content.text("zwei")));
      assertThat(smtp.mails.getLast())
          .contains("Cc: udo@example.org, bo@example.org, cem@example.org\n");
      adapter(rooms).deliver(rooms.bot(seen, 5, Content.text("drei")));
      assertThat(smtp.mails.getLast()).contains("bo@example.org");
    }
  }

  @Test
  void anAgentsMailIsNoProgramsAndNamesTheAgent() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var seen = rooms.takes(Mails.from(EVA, "<a@x>").with("Subject", "RE: Bank"));
      adapter(rooms).deliver(rooms.bot(seen, 3, Content.text("eins")));
      adapter(rooms).deliver(rooms.ana(seen, 4, Content.text("zwei")));
      assertThat(smtp.mails.getLast())
          .doesNotContain("Auto-Submitted")
          .contains("Ana Berger")
          .contains("Subject: RE: Bank\n")
          .contains("<a@x>")
          .contains(rooms.ids.of(seen.id(), 3));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTH|535 5.7.8 no|Unauthorized",
        "MAIL|451 4.3.0 later|Retry",
        "RCPT|450 4.2.0 greylisted|Retry",
        "RCPT|550 5.1.1 unknown|Unreachable",
        "RCPT|550 5.2.1 disabled|Unreachable",
        "RCPT|550 no such user|Unreachable",
        "RCPT|550 5.7.1 policy|Invalid",
        "DATA|554 5.6.0 no|Invalid",
        ".|552 5.3.4 too big|Invalid",
        ".|452 4.3.1 full|Retry",
        ".|554 5.7.1 spam|Invalid",
        ".|hang up|Ambiguous",
      })
  void aRefusalHasConsequencesByItsCode(String command, String answer, String expected)
      throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of(command, answer))) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
      var result = adapter(rooms).deliver(rooms.bot(seen, 3, Content.text("Hallo")));
      assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(rooms.threads.of(rooms.line.id(), rooms.thread(seen))).hasSize(1);
    }
  }

  /// By the same id a mail program shows it once.
  @Test
  void whatMayHaveArrivedIsSentOnceMoreUnderTheSameId() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of(".", ScriptedSmtp.HANG_UP))) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
      adapter(rooms).deliver(rooms.bot(seen, 3, Content.text("Hallo")));
      assertThat(smtp.mails)
          .hasSize(2)
          .allSatisfy(
              mail -> assertThat(mail).contains("Message-ID: " + rooms.ids.of(seen.id(), 3)));
    }
  }

  @Test
  void aServerThatIsNotThereIsAskedAgainLater() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var rooms = new Rooms(MailLines.mail(port, 0));
    var seen = rooms.takes(Mails.from(EVA, "<a@x>"));
    assertThat(adapter(rooms).deliver(rooms.bot(seen, 3, Content.text("Hallo"))))
        .isInstanceOf(DeliveryResult.Retry.class);
  }

  /// Another program that answers under a new subject every time.
  @Test
  void twoProgramsDoNotTalkForEver() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      Conversation seen = rooms.takes(Mails.from(EVA, "<a0@x>"));
      for (int i = 1; i <= 5; i++) {
        assertThat(adapter(rooms).deliver(rooms.bot(seen, 3, Content.text("Hallo"))))
            .isInstanceOf(DeliveryResult.Accepted.class);
        seen = rooms.takes(Mails.from(EVA, "<a" + i + "@x>"));
      }
      assertThat(adapter(rooms).deliver(rooms.bot(seen, 3, Content.text("Hallo"))))
          .isInstanceOf(DeliveryResult.Unreachable.class);
      assertThat(adapter(rooms).deliver(rooms.ana(seen, 4, Content.text("Hallo"))))
          .isInstanceOf(DeliveryResult.Accepted.class);
      rooms.now = rooms.now.plus(Duration.ofHours(2));
      assertThat(adapter(rooms).deliver(rooms.bot(seen, 5, Content.text("Hallo"))))
          .isInstanceOf(DeliveryResult.Accepted.class);
    }
  }

  private static MailAdapter adapter(Rooms rooms) {
    return new MailAdapter(rooms.line, rooms.ports, HABITS, rooms.ids);
  }
}
