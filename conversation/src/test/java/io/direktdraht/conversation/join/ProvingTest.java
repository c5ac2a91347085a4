package io.direktdraht.conversation.join;

import static io.direktdraht.conversation.Contact.Detail.EMAIL;
import static io.direktdraht.conversation.Contact.Detail.PHONE;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvingTest {
  private static final Contact.Point SITE = new Contact.Point(WEB, "visitor");
  private static final Contact.Point THREAD = new Contact.Point(POSTED, "thread");
  private static final String NUMBER = "+4915112345678";
  private static final String EVA = "eva@example.org";
  private final LogPorts ports = Memories.ports(new LocalSignals());
  private final Map<String, Pin> mailed = new HashMap<>();
  private final Map<String, Pin> texted = new HashMap<>();
  private boolean enough;
  private boolean closed;
  private Instant now = NINE;
  private final Proving proving =
      new Proving(
          List.of(new Mailbox(), new Texts()),
          new MemoryPins(),
          new MemoryJoining((MemoryLog) ports.log()),
          ports.conversations(),
          () -> now);

  /// Numbers of one country alone.
  private final class Texts implements Proving.Post {
    @Override
    public Contact.Detail reads() {
      return PHONE;
    }

    @Override
    public boolean takes(String number) {
      return number.startsWith("+49");
    }

    @Override
    public boolean send(String number, Pin pin, String language) {
      texted.put(number, pin);
      return true;
    }

    @Override
    public Optional<Contact.Point> point(String number) {
      return closed ? Optional.empty() : Optional.of(new Contact.Point(PUSHED, number));
    }
  }

  private final class Mailbox implements Proving.Post {
    @Override
    public Contact.Detail reads() {
      return EMAIL;
    }

    @Override
    public boolean takes(String address) {
      return true;
    }

    @Override
    public boolean send(String address, Pin pin, String language) {
      if (enough) return false;
      mailed.put(address, pin);
      return true;
    }

    @Override
    public Optional<Contact.Point> point(String address) {
      return Optional.of(THREAD);
    }
  }

  @Test
  void whoeverTypesWhatWasMailedHasTheAddress() {
    ports.intake().receive(hello(POSTED, THREAD.externalId(), fresh()));
    left(EVA);
    proving.send(SITE, EMAIL, "de");
    assertThat(proving.redeem(SITE, " " + mailed.get(EVA).digits().replaceAll("(...)", "$1 ")))
        .isTrue();
    assertThat(ports.conversations().contact(SITE).orElseThrow().points()).contains(SITE, THREAD);
  }

  @Test
  void whoGuessesHasNothing() {
    left(EVA);
    proving.send(SITE, EMAIL, "de");
    for (var wrong : List.of("", "12345", "1234567", "x", other(mailed.get(EVA).digits())))
      assertThat(proving.redeem(SITE, wrong)).isFalse();
    assertThat(proving.redeem(new Contact.Point(WEB, "x"), mailed.get(EVA).digits())).isFalse();
    assertThat(ports.conversations().contact(THREAD)).isEmpty();
  }

  @Test
  void itHoldsForTenMinutes() {
    left(EVA);
    proving.send(SITE, EMAIL, "de");
    now = NINE.plus(Duration.ofMinutes(10));
    assertThat(proving.redeem(SITE, mailed.get(EVA).digits())).isFalse();
  }

  /// Whoever was sent enough keeps what they were sent.
  @Test
  void nothingIsIssuedThatIsNotSent() {
    left(EVA);
    proving.send(SITE, EMAIL, "de");
    enough = true;
    proving.send(SITE, EMAIL, "de");
    assertThat(proving.redeem(SITE, mailed.get(EVA).digits())).isTrue();
  }

  @Test
  void nothingIsSentToWhoLeftNoAddress() {
    ports.intake().receive(hello(WEB, SITE.externalId(), fresh()));
    proving.send(SITE, EMAIL, "de");
    assertThat(mailed).isEmpty();
    assertThat(proving.hints(SITE)).isEmpty();
    left(EVA);
    assertThat(proving.hints(SITE)).containsExactly(Map.entry(EMAIL, "e…@example.org"));
  }

  @Test
  void aNumberIsProvenByWhatWasTextedThere() {
    left(EVA);
    left(PHONE, NUMBER);
    assertThat(proving.hints(SITE)).containsEntry(PHONE, "…678").hasSize(2);
    proving.send(SITE, PHONE, "de");
    assertThat(mailed).isEmpty();
    assertThat(proving.redeem(SITE, texted.get(NUMBER).digits())).isTrue();
    assertThat(ports.conversations().contact(SITE).orElseThrow().points())
        .contains(new Contact.Point(PUSHED, NUMBER));
  }

  @Test
  void aNumberWhoseLineClosedMeanwhileIsNotProven() {
    left(PHONE, NUMBER);
    proving.send(SITE, PHONE, "de");
    closed = true;
    assertThat(proving.redeem(SITE, texted.get(NUMBER).digits())).isFalse();
  }

  @Test
  void nothingIsSentToANumberThatNoLineTakes() {
    left(PHONE, "+88213012345");
    proving.send(SITE, PHONE, "de");
    assertThat(texted).isEmpty();
    assertThat(proving.hints(SITE)).isEmpty();
  }

  private void left(String email) {
    left(EMAIL, email);
  }

  private void left(Contact.Detail detail, String address) {
    var seen = ports.intake().receive(hello(WEB, SITE.externalId(), fresh())).conversation();
    var told = new ConversationEvent.DetailGiven(detail, address, NINE);
    ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(told)));
  }

  private static String other(String digits) {
    return digits.equals("000000") ? "000001" : "000000";
  }
}
