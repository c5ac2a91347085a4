package io.direktdraht.channel.mail;

import static io.direktdraht.conversation.Patience.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.join.Pin;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinMailTest {
  private static final Pin PIN = new Pin("042917");
  private static final String EVA = "eva@example.org";

  @Test
  void mailsTheDigitsAsAProgram() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      assertThat(pinMail(rooms).send(EVA, PIN, "en")).isTrue();
      until("it is mailed", () -> !smtp.mails.isEmpty());
      assertThat(smtp.mails.getFirst())
          .contains("To: eva@example.org")
          .contains("Subject: Your code for Lindenhof")
          .contains("Auto-Submitted: auto-generated")
          .contains("042917");
    }
  }

  @Test
  void threeAnHourAreEnoughForOneAddressWhoeverAsks() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      for (int i = 0; i < 3; i++) assertThat(pinMail(rooms).send(EVA, PIN, "de")).isTrue();
      var mail = pinMail(rooms);
      assertThat(mail.send(EVA, PIN, "de")).isFalse();
      assertThat(mail.send("udo@example.org", PIN, "de")).isTrue();
      rooms.now = rooms.now.plus(Duration.ofHours(1)).plusSeconds(1);
      assertThat(mail.send(EVA, PIN, "de")).isTrue();
    }
  }

  /// Where they only took part is another's.
  @Test
  void theAddressIsTheThreadThatTheyBeganElseANewOne() throws Exception {
    try (var smtp = new ScriptedSmtp(Map.of())) {
      var rooms = new Rooms(MailLines.mail(smtp.port(), 0));
      var mail = pinMail(rooms);
      var bobs = rooms.takes(Mails.from("bob@example.org", "<a@x>").with("Cc", EVA));
      rooms.takes(Mails.from(EVA, "<b@x>").with("In-Reply-To", "<a@x>"));
      mail.send(EVA, PIN, "de");
      var fresh = mail.point(EVA).orElseThrow();
      assertThat(fresh.externalId()).isNotEqualTo(rooms.thread(bobs));
      var hers = rooms.takes(Mails.from(EVA, "<c@x>"));
      assertThat(mail.point(EVA).orElseThrow().externalId()).isEqualTo(rooms.thread(hers));
    }
  }

  @Test
  void nothingIsMailedWhileNoMailboxIsOpen() {
    var mail = new PinMail(Optional::empty, new Rooms(MailLines.mail(1, 1)).ports);
    assertThat(mail.takes(EVA)).isFalse();
    assertThat(mail.send(EVA, PIN, "de")).isFalse();
    assertThat(mail.point(EVA)).isEmpty();
  }

  private static PinMail pinMail(Rooms rooms) {
    return new PinMail(() -> Optional.of(rooms.line), rooms.ports);
  }
}
