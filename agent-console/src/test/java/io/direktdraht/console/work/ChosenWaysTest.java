package io.direktdraht.console.work;

import static io.direktdraht.console.Offices.ANNA;
import static io.direktdraht.console.Offices.BERND;
import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.console.Offices;
import io.direktdraht.console.work.Workplace.Answer;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.way.Traffic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An agent answers a customer who has an address on the website, in a messenger and for mail.
class ChosenWaysTest {
  private static final Contact.Point SITE = new Contact.Point(WEB, "visitor");
  private static final Duration DAY = Duration.ofDays(1);
  private final Offices office = new Offices();
  private final Workplace work = office.workplace;
  private final Conversation seen = begun();

  @Test
  void answersGoWhereTheContactWroteUntilTheAgentChooses() {
    answer("eins", null);
    answer("zwei", POSTED);
    answer("drei", null);
    office.ports.intake().receive(hello(WEB, SITE.externalId(), fresh(), office.now));
    answer("vier", null);
    assertThat(sent()).extracting(Message::line).containsExactly(WEB, POSTED, POSTED, WEB);
  }

  @Test
  void whatTheDeskSaysGoesTheChosenWayToo() {
    answer("eins", POSTED);
    office.presence.connected(BERND.id());
    work.transfer(seen.id(), ANNA, BERND.id(), null);
    assertThat(last(ConversationEvent.MessageSent.class).message().line()).isEqualTo(POSTED);
  }

  @Test
  void noAnswerGoesByALineOnWhichTheContactHasNoAddressOrThatIsNotOurs() {
    for (var line : List.of(new Line.Id("shop"), new Line.Id("gone")))
      assertThat(answer("eins", line)).isEqualTo(new Done.NoWay(line, null));
    assertThat(sent()).isEmpty();
  }

  @Test
  void noAnswerGoesWhereTheWindowHasClosed() {
    office.traffic.put(PUSHED, new Traffic.Flow(DAY, false));
    assertThat(answer("eins", PUSHED)).isInstanceOf(Done.Stored.class);
    office.now = NINE.plus(DAY);
    assertThat(answer("zwei", PUSHED)).isInstanceOf(Done.NoWay.class);
    assertThat(answer("zwei", null)).isInstanceOf(Done.NoWay.class); // it went there by itself
    assertThat(answer("zwei", POSTED)).isInstanceOf(Done.Stored.class);
    assertThat(work.note(seen.id(), ANNA, "geschlossen", fresh())).isInstanceOf(Done.Stored.class);
  }

  @Test
  void noAnswerGoesToWhomeverBlockedUs() {
    office.append(seen, new ConversationEvent.ReachChanged(PUSHED, false, office.now));
    assertThat(answer("eins", PUSHED)).isInstanceOf(Done.NoWay.class);
  }

  @Test
  void whatDidNotArriveGoesByAnotherLineOnceWhoeverAsks() {
    long seq = ((Done.Stored) answer("Paket kommt morgen", PUSHED)).seq();
    assertThat(work.repeat(seen.id(), ANNA, seq, POSTED)).isEqualTo(new Done.NothingLost());
    fails(seq);
    var first = work.repeat(seen.id(), ANNA, seq, POSTED);
    assertThat(first).isInstanceOf(Done.Stored.class);
    office.presence.connected(BERND.id());
    work.transfer(seen.id(), ANNA, BERND.id(), null);
    var again = (Done.Stored) work.repeat(seen.id(), BERND, seq, POSTED);
    assertThat(again.seq()).isEqualTo(((Done.Stored) first).seq());
    assertThat(sent())
        .filteredOn(message -> message.line().equals(POSTED) && message.repeats() != null)
        .singleElement()
        .satisfies(message -> {
          assertThat(message.content()).isEqualTo(Content.text("Paket kommt morgen"));
          assertThat(message.repeats()).isEqualTo(seq);
        });
  }

  @Test
  void whatArrivedAfterAllIsNotRepeated() {
    long seq = ((Done.Stored) answer("eins", PUSHED)).seq();
    fails(seq);
    office.append(seen, new ConversationEvent.SendConfirmed(seq, office.now));
    assertThat(work.repeat(seen.id(), ANNA, seq, POSTED)).isEqualTo(new Done.NothingLost());
  }

  @Test
  void onlyWhoeverHasItRepeatsAndOnlyWhatWeSaid() {
    long seq = ((Done.Stored) answer("eins", PUSHED)).seq();
    fails(seq);
    assertThat(work.repeat(seen.id(), BERND, seq, POSTED)).isEqualTo(new Done.NotYours());
    for (long place : new long[] {-1, 0, 1, 999})
      assertThat(work.repeat(seen.id(), ANNA, place, POSTED)).isEqualTo(new Done.NothingLost());
  }

  private void fails(long seq) {
    office.append(
        seen, new ConversationEvent.SendFailed(seq, "unreachable", "blocked", office.now));
  }

  private Done answer(String text, Line.Id line) {
    return work.answer(seen.id(), ANNA, new Answer(Content.text(text), line), fresh());
  }

  private Conversation begun() {
    var ports = office.ports;
    ports.intake().receive(hello(PUSHED, "+4915", fresh(), office.now));
    var begun = ports.intake().receive(hello(WEB, SITE.externalId(), fresh(), office.now));
    var joining = new MemoryJoining((MemoryLog) ports.log());
    for (var other :
        List.of(new Contact.Point(PUSHED, "+4915"), new Contact.Point(POSTED, "thread")))
      joining.join(Join.proven(SITE, other, Proof.CODE, office.now));
    ports.intake().receive(hello(WEB, SITE.externalId(), fresh(), office.now));
    var open = ports.conversations().latest(WEB, SITE.externalId()).orElse(begun.conversation());
    work.claim(open.id(), ANNA);
    return office.now(open);
  }

  private List<Message> sent() {
    return office.events(seen).stream()
        .filter(ConversationEvent.MessageSent.class::isInstance)
        .map(event -> ((ConversationEvent.MessageSent) event).message())
        .filter(message -> message.author() instanceof Author.Agent)
        .toList();
  }

  private <T> T last(Class<T> kind) {
    return office.events(seen).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
