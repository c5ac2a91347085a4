package io.direktdraht.conversation.join;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvingTest {
  private static final Contact.Point SITE = new Contact.Point(WEB, "visitor");
  private static final Contact.Point THREAD = new Contact.Point(POSTED, "thread");
  private static final String EVA = "eva@example.org";
  private final LogPorts ports = Memories.ports(new LocalSignals());
  private final Map<String, Pin> mailed = new HashMap<>();
  private boolean enough;
  private Instant now = NINE;
  private final Proving proving =
      new Proving(
          new Mailbox(),
          new MemoryPins(),
          new MemoryJoining((MemoryLog) ports.log()),
          ports.conversations(),
          () -> now);

  private final class Mailbox implements Proving.Post {
    @Override
    public boolean send(String address, Pin pin, String language) {
      if (enough) return false;
      mailed.put(address, pin);
      return true;
    }

    @Override
    public Contact.Point point(String address) {
      return THREAD;
    }
  }

  @Test
  void whoeverTypesWhatWasMailedHasTheAddress() {
    ports.intake().receive(hello(POSTED, THREAD.externalId(), fresh()));
    left(EVA);
    proving.send(SITE, "de");
    assertThat(proving.redeem(SITE, " " + mailed.get(EVA).digits().replaceAll("(...)", "$1 ")))
        .isTrue();
    assertThat(ports.conversations().contact(SITE).orElseThrow().points()).contains(SITE, THREAD);
  }

  @Test
  void whoGuessesHasNothing() {
    left(EVA);
    proving.send(SITE, "de");
    for (var wrong : List.of("", "12345", "1234567", "x", other(mailed.get(EVA).digits())))
      assertThat(proving.redeem(SITE, wrong)).isFalse();
    assertThat(proving.redeem(new Contact.Point(WEB, "x"), mailed.get(EVA).digits())).isFalse();
    assertThat(ports.conversations().contact(THREAD)).isEmpty();
  }

  @Test
  void itHoldsForTenMinutes() {
    left(EVA);
    proving.send(SITE, "de");
    now = NINE.plus(Duration.ofMinutes(10));
    assertThat(proving.redeem(SITE, mailed.get(EVA).digits())).isFalse();
  }

  /// Whoever was sent enough keeps what they were sent.
  @Test
  void nothingIsIssuedThatIsNotSent() {
    left(EVA);
    proving.send(SITE, "de");
    enough = true;
    proving.send(SITE, "de");
    assertThat(proving.redeem(SITE, mailed.get(EVA).digits())).isTrue();
  }

  @Test
  void nothingIsSentToWhoLeftNoAddress() {
    ports.intake().receive(hello(WEB, SITE.externalId(), fresh()));
    proving.send(SITE, "de");
    assertThat(mailed).isEmpty();
    assertThat(proving.hint(SITE)).isEmpty();
    left(EVA);
    assertThat(proving.hint(SITE)).contains("e…@example.org");
  }

  private void left(String email) {
    var seen = ports.intake().receive(hello(WEB, SITE.externalId(), fresh())).conversation();
    var told = new ConversationEvent.DetailGiven(Contact.Detail.EMAIL, email, NINE);
    ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(told)));
  }

  private static String other(String digits) {
    return digits.equals("000000") ? "000001" : "000000";
  }
}
