package io.direktdraht.channel.sms;

import static io.direktdraht.conversation.Patience.until;
import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.FakePlatform;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.join.Pin;
import io.direktdraht.conversation.outbox.MemoryOptOuts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinSmsTest {
  private static final Pin PIN = new Pin("042917");
  private static final String EVA = "+15557654321";
  private final FakePlatform twilio = new SmsDialect().platform();
  private final SmsSender sender =
      new SmsSender(SmsDialect.settings(twilio.url(), Duration.ofSeconds(5)), () -> NINE);
  private final MemoryOptOuts optOuts = new MemoryOptOuts();
  private List<SmsSender> open = List.of(sender);
  private Instant now = NINE;
  private final PinSms pins = new PinSms(() -> open, optOuts, "Lindenhof", () -> now);

  @AfterEach
  void close() {
    twilio.close();
  }

  @Test
  void textsTheDigitsAndNothingIsToldOfThem() {
    assertThat(pins.send(EVA, PIN, "en")).isTrue();
    until("it is texted", () -> !twilio.accepted().isEmpty());
    var sent = twilio.accepted().getFirst();
    assertThat(sent.path("To").asString()).isEqualTo(EVA);
    assertThat(sent.path("From").asString()).isEqualTo(SmsDialect.FROM);
    assertThat(sent.path("Body").asString())
        .isEqualTo("Your code for Lindenhof is 042917. It holds for ten minutes.");
    assertThat(sent.has("StatusCallback")).isFalse();
    assertThat(pins.point(EVA)).contains(new Contact.Point(sender.line(), EVA));
  }

  @Test
  void threeAnHourAreEnoughForOneNumberAndThirtyForAll() {
    for (int i = 0; i < 3; i++) assertThat(pins.send(EVA, PIN, "de")).isTrue();
    assertThat(pins.send(EVA, PIN, "de")).isFalse();
    for (int i = 0; i < 27; i++) assertThat(pins.send("+1555765" + (5000 + i), PIN, "de")).isTrue();
    assertThat(pins.send("+15557656000", PIN, "de")).isFalse();
    now = NINE.plus(Duration.ofHours(1));
    assertThat(pins.send(EVA, PIN, "de")).isTrue();
    until("all are texted", () -> twilio.accepted().size() == 31);
  }

  @Test
  void whoSaidStopGetsNoDigits() {
    optOuts.change(new Contact.Point(sender.line(), EVA), true, NINE);
    assertThat(pins.takes(EVA)).isFalse();
    assertThat(pins.send(EVA, PIN, "de")).isFalse();
  }

  @Test
  void withoutALineThatIsOpenThereAreNone() {
    open = List.of();
    assertThat(pins.takes(EVA)).isFalse();
    assertThat(pins.send(EVA, PIN, "de")).isFalse();
    assertThat(pins.point(EVA)).isEmpty();
    assertThat(twilio.called()).isEmpty();
  }

  /// Elsewhere, others earn by what we pay.
  @ParameterizedTest
  @CsvSource({
    "+4930123456, +4915112345678, true",
    "+4930123456, +43660123456, false",
    "+43720123456, +43660123456, true",
    "+35312345678, +353871234567, true",
    "+35312345678, +354612345678, false",
    "+15551230002, +14165551234, true",
    "+79161234567, +77011234567, true",
    "+4930123456, +88213012345, false",
    "MG0123456789, +4915112345678, false",
    "+4930123456, 015112345678, false",
    "+4930123456, +49, false"
  })
  void digitsStayInTheCountryOfOurNumber(String ours, String theirs, boolean near) {
    assertThat(Dialling.near(ours, theirs)).isEqualTo(near);
  }
}
