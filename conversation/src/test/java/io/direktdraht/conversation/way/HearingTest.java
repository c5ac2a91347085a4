package io.direktdraht.conversation.way;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Proof;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.LogPorts;
import io.direktdraht.conversation.log.Memories;
import io.direktdraht.conversation.log.MemoryJoining;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.signal.LocalSignals;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final Instant TEN = NINE.plusSeconds(3600);
  private final LogPorts ports = Memories.ports(new LocalSignals());
  private final Hearing hearing = new Hearing(ports.log(), ports.conversations());

  @Test
  void findsTheLastWordsHoweverManyPlacesAgo() {
    var seen = receive(PUSHED, "+4915", NINE);
    for (int i = 0; i < 120; i++) append(seen, note("n" + i));
    assertThat(hearing.on(PUSHED, now(seen))).isEqualTo(new Heard(NINE, "+4915", false));
    assertThat(hearing.on(POSTED, now(seen))).isEqualTo(Heard.NEVER);
  }

  @Test
  void looksIntoTheOtherConversationsOfTheSameContact() {
    var there = receive(PUSHED, "+4915", TEN);
    var here = receive(WEB, "visitor", NINE);
    join(new Contact.Point(WEB, "visitor"), new Contact.Point(PUSHED, "+4915"));
    var goesOn = ports.conversations().latest(WEB, "visitor").orElseThrow();
    assertThat(List.of(here.id(), there.id())).contains(goesOn.id());
    assertThat(hearing.on(Set.of(PUSHED, WEB), goesOn))
        .containsEntry(PUSHED, new Heard(TEN, "+4915", false))
        .containsEntry(WEB, new Heard(NINE, "visitor", false));
  }

  @Test
  void ofTwoWordsInTheSameMomentTheLaterPlaceCounts() {
    var seen = receive(PUSHED, "+4915", NINE);
    append(seen, new ConversationEvent.ReachChanged(PUSHED, false, NINE));
    assertThat(hearing.on(PUSHED, now(seen)).blocked()).isTrue();
    receive(PUSHED, "+4915", NINE);
    assertThat(hearing.on(PUSHED, now(seen)).blocked()).isFalse();
    append(seen, new ConversationEvent.ReachChanged(PUSHED, false, NINE));
    append(seen, new ConversationEvent.ReachChanged(PUSHED, true, NINE));
    assertThat(hearing.on(PUSHED, now(seen)).blocked()).isFalse();
  }

  @Test
  void whoIsAnsweredElsewhereIsBackWithTheirNextWordsToUs() {
    var seen = receive(PUSHED, "+4915", NINE);
    append(seen, new ConversationEvent.HandledElsewhere(PUSHED, true, null, NINE));
    append(seen, new ConversationEvent.HandledElsewhere(POSTED, true, null, NINE));
    assertThat(hearing.on(PUSHED, now(seen)))
        .isEqualTo(new Heard(NINE, "+4915", false, true, null));
    receive(PUSHED, "+4915", TEN);
    assertThat(hearing.on(PUSHED, now(seen)).elsewhere()).isFalse();
    append(seen, new ConversationEvent.HandledElsewhere(PUSHED, true, null, TEN));
    append(seen, new ConversationEvent.HandledElsewhere(PUSHED, false, ANA, TEN));
    assertThat(hearing.on(PUSHED, now(seen)).elsewhere()).isFalse();
  }

  @Test
  void whatTheyWriteThereKeepsTheWindowOpenAndDoesNotBringThemBack() {
    var seen = receive(PUSHED, "+4915", NINE);
    append(seen, new ConversationEvent.HandledElsewhere(PUSHED, true, null, NINE));
    append(seen, overheard(PUSHED, "1", TEN));
    append(seen, overheard(POSTED, "2", TEN.plusSeconds(1)));
    append(seen, note("of an agent"));
    assertThat(hearing.on(PUSHED, now(seen))).isEqualTo(new Heard(TEN, "+4915", false, true, null));
  }

  private static ConversationEvent overheard(Line.Id line, String key, Instant at) {
    return new ConversationEvent.NoteAdded(ANA, "x", "x", Hearing.overheard(line, key), at);
  }

  private void join(Contact.Point one, Contact.Point other) {
    new MemoryJoining((MemoryLog) ports.log()).join(Join.proven(one, other, Proof.CODE, TEN));
  }

  private Conversation receive(Line.Id line, String sender, Instant at) {
    return ports.intake().receive(hello(line, sender, fresh(), at)).conversation();
  }

  private void append(Conversation seen, ConversationEvent event) {
    ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(event)));
  }

  private Conversation now(Conversation seen) {
    return ports.conversations().find(seen.id()).orElseThrow();
  }
}
