package io.direktdraht.conversation.join;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {
  private final MemoryLog log = new MemoryLog(LINES, RULES, new LocalSignals());
  private final Lines lines = Lines.of(new Line(PUSHED, "rasa", true), new Line(WEB, "web", true));
  private final Codes codes = new MemoryCodes();
  private Instant now = NINE;
  private final Arrivals arrivals = new Arrivals(codes, new MemoryJoining(log), log, () -> now);
  private final Onward onward =
      new Onward(
          List.of(
              new Onward.Target(PUSHED, "Messenger", "https://m.example/?text={text}"),
              new Onward.Target(WEB, "Website", "https://w.example/{code}")),
          lines,
          codes,
          Duration.ofMinutes(30),
          () -> now);
  private final Contact.Point site = new Contact.Point(WEB, fresh());
  private final Contact.Point phone = new Contact.Point(PUSHED, fresh());
  private final Code code = onward.issue(site, "de").code();

  private Conversation writes(Contact.Point from) {
    return log.receive(hello(from.line(), from.externalId(), fresh(), now)).conversation();
  }

  private Arrival arrives(Contact.Point by, String text) {
    return Arrival.of(arrivals.receive(Content.text(text), by).payload()).orElseThrow();
  }

  private Arrival presses(Contact.Point by, String payload) {
    var content = arrivals.receive(new Content("Ja", payload, List.of()), by);
    return Arrival.of(content.payload()).orElseThrow();
  }

  @Test
  void leadsToNoLineThatIsShut() {
    assertThat(onward.issue(phone, "de").ways()).extracting(Onward.Way::line).containsExactly(WEB);
    lines.close(WEB);
    assertThat(onward.issue(phone, "de").ways()).isEmpty();
    assertThat(lines.leadingTo(List.of(WEB)).leadsOn(PUSHED)).isFalse();
  }

  @Test
  void goesOnWithWhatWasBegun() {
    var begun = writes(site);
    var received =
        arrivals.receive(Content.text("Hallo, ich schreibe hier weiter. " + code.text()), phone);
    assertThat(Arrival.of(received.payload()).orElseThrow()).isInstanceOf(Arrival.Joined.class);
    assertThat(received.text()).isEqualTo("Hallo, ich schreibe hier weiter.").doesNotContain("DD-");
    assertThat(writes(phone).id()).isEqualTo(begun.id());
  }

  @Test
  void theSameMessageTwiceIsTheSameArrival() {
    writes(site);
    arrives(phone, code.text());
    writes(phone);
    assertThat(arrives(phone, code.text())).isEqualTo(new Arrival.Joined(null));
  }

  @Test
  void asksWhoeverHasWrittenHereBefore() {
    var begun = writes(site);
    now = now.plusSeconds(60);
    var known = writes(phone);
    assertThat(arrives(phone, code.text())).isEqualTo(new Arrival.Known(code));
    assertThat(writes(phone).id()).isEqualTo(known.id());
    assertThat(presses(phone, Arrivals.JOIN + code.text())).isInstanceOf(Arrival.Joined.class);
    assertThat(writes(phone).id()).isEqualTo(begun.id());
  }

  @Test
  void aCodeServesNobodyElse() {
    writes(site);
    arrives(phone, code.text());
    var thief = new Contact.Point(PUSHED, fresh());
    assertThat(arrives(thief, code.text())).isEqualTo(new Arrival.Late());
    assertThat(presses(thief, Arrivals.JOIN + code.text())).isEqualTo(new Arrival.Late());
  }

  @Test
  void aCodeHoldsForHalfAnHour() {
    now = now.plus(Duration.ofMinutes(30));
    assertThat(arrives(phone, code.text())).isEqualTo(new Arrival.Late());
  }

  @Test
  void takesItBackWhenItWasSomebodyElse() {
    var begun = writes(site);
    var joined = (Arrival.Joined) arrives(phone, code.text());
    assertThat(presses(phone, Arrivals.PART + joined.join())).isEqualTo(new Arrival.Parted());
    assertThat(writes(phone).contact()).isNotEqualTo(begun.contact());
    assertThat(presses(phone, Arrivals.PART + joined.join())).isEqualTo(new Arrival.Late());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hallo", "LH-402915", "", "DD-7F3K"})
  void leavesWhatIsNoArrivalAsItIs(String text) {
    var content = new Content(text, null, List.of(new Content.Choice("Ja", "/ja")));
    assertThat(arrivals.receive(content, phone)).isSameAs(content);
    var pressed = new Content(text, "/human", List.of());
    assertThat(arrivals.receive(pressed, phone)).isSameAs(pressed);
  }

  @Test
  void believesNobodyWhoSaysThatTheyArrived() {
    var claimed = new Content("x", new Arrival.Joined(null).payload(), List.of());
    assertThat(arrivals.receive(claimed, phone).payload()).isNull();
    assertThat(presses(phone, Arrivals.PART + "rubbish")).isEqualTo(new Arrival.Late());
  }

  @Test
  void invitesToEveryOtherLine() {
    var ways = onward.issue(site, "de");
    assertThat(ways.ways())
        .singleElement()
        .satisfies(way -> {
          assertThat(way.name()).isEqualTo("Messenger");
          assertThat(way.url().toString())
              .startsWith(
                  "https://m.example/?text=Hallo%2C%20ich%20schreibe%20hier%20weiter.%20DD-");
        });
    assertThat(ways.until()).isEqualTo(now.plus(Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://m.example/", "https://m example/{text}", ""})
  void refusesAnAddressThatCannotCarryTheCode(String url) {
    assertThatThrownBy(() -> new Onward.Target(PUSHED, "Messenger", url))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysHowSomebodyCameAndReadsItAgain() {
    for (var arrival :
        List.of(
            new Arrival.Joined(null),
            new Arrival.Joined(io.direktdraht.conversation.JoinId.next(NINE)),
            new Arrival.Known(code),
            new Arrival.Late(),
            new Arrival.Parted())) assertThat(Arrival.of(arrival.payload())).contains(arrival);
    assertThat(Arrival.of("/arrived")).isEmpty();
    assertThat(Arrival.of("/arrived nowhere")).isEmpty();
    assertThat(Arrival.of(null)).isEmpty();
  }
}
