package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of several addresses on one line, the one at which the contact is.
class OutboxAddressTest {
  private final Outgoing out =
      new Outgoing(
          new RetryPolicy(
              3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(60)));
  private final Scripts platform = new Scripts(false);
  private final Conversation seen = out.saying();
  private final String first =
      out.ports
          .conversations()
          .contact(seen.contact())
          .orElseThrow()
          .points()
          .getFirst()
          .externalId();
  private final Join join =
      Join.proven(
          new Contact.Point(PUSHED, first), new Contact.Point(PUSHED, "+4917"), Proof.CODE, NINE);
  private final MemoryJoining joining = new MemoryJoining((MemoryLog) out.ports.log());

  @Test
  void goesWhereTheContactLastWroteOnTheLine() throws InterruptedException {
    joining.join(join);
    assertThat(recipient()).isEqualTo(first);
    receives("+4917");
    assertThat(recipient()).isEqualTo("+4917");
    receives(first);
    assertThat(recipient()).isEqualTo(first);
  }

  @Test
  void goesNowhereThatIsNoLongerTheirs() throws InterruptedException {
    joining.join(join);
    receives("+4917");
    joining.part(join.id(), NINE);
    assertThat(recipient()).isEqualTo(first);
  }

  private void receives(String sender) {
    out.later(Duration.ofSeconds(1));
    out.ports.intake().receive(hello(PUSHED, sender, fresh(), out.now));
  }

  private String recipient() throws InterruptedException {
    var said = List.of(said(new Author.Bot(), PUSHED, "Guten Tag"));
    out.ports.log().append(new Append(seen.id(), new Append.Condition.Always(), said));
    var outbox = out.to(platform);
    for (var delivery : outbox.due(10)) outbox.carry(delivery);
    return platform.sent.getLast().recipient();
  }
}
