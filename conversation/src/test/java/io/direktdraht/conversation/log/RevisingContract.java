package io.direktdraht.conversation.log;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.MessageEdited;
import io.direktdraht.conversation.event.ConversationEvent.MessageReceived;
import io.direktdraht.conversation.event.ConversationEvent.MessageWithdrawn;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Revising.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every driver of the log promises of what contacts change in what they wrote.
public interface RevisingContract {
  LogPorts ports();

  private Revising revising() {
    return new Revising(ports().log(), Logs::hidden);
  }

  /// What somebody wrote, by its key.
  record Written(String sender, String key, Conversation conversation, long seq) {
    Wish wish() {
      return new Wish(PUSHED, sender, key, fresh(), NINE);
    }
  }

  private Written writes(String sender, String text) {
    var key = fresh();
    var inbound = new Inbound(PUSHED, sender, key, Content.text(text), null, NINE);
    var admission = ports().intake().receive(inbound);
    return new Written(sender, key, admission.conversation(), admission.seq());
  }

  private List<ConversationEvent> events(Written written) {
    return ports().log().read(written.conversation.id(), 0, 100).stream()
        .map(Recorded::event)
        .toList();
  }

  private Content content(Written written) {
    var recorded = ports().log().read(written.conversation.id(), written.seq - 1, 1).getFirst();
    return ((MessageReceived) recorded.event()).message().content();
  }

  private List<Long> turns(Written written) {
    return ports().owed().places(Owed.Kind.TURN, written.conversation.id());
  }

  @Test
  default void aMessageIsFoundByItsSendersOwnId() {
    var written = writes(fresh(), "Hallo");
    assertThat(ports().log().received(PUSHED, written.key).orElseThrow())
        .isEqualTo(ports().log().read(written.conversation.id(), written.seq - 1, 1).getFirst());
    assertThat(ports().log().received(WEB, written.key)).isEmpty();
    assertThat(ports().log().received(PUSHED, fresh())).isEmpty();
  }

  @Test
  default void anEditedMessageSaysTheNewWordsInItsPlaceAndTheLogKnowsTheOldOnes() {
    var written = writes(fresh(), "Halo");
    assertThat(revising().edit(written.wish(), "Hallo")).isTrue();
    assertThat(revising().edit(written.wish(), "Hallo!")).isTrue();
    assertThat(content(written)).isEqualTo(Content.text("Hallo!"));
    assertThat(events(written))
        .endsWith(
            new MessageEdited(written.seq, "Halo", "Hallo", NINE),
            new MessageEdited(written.seq, "Hallo", "Hallo!", NINE));
    assertThat(turns(written)).containsExactly(written.seq); // it still wants an answer
  }

  @Test
  default void theSameChangeCountsOnceAndTheSameWordsAreNone() {
    var written = writes(fresh(), "Halo");
    var wish = written.wish();
    for (int i = 0; i < 3; i++) assertThat(revising().edit(wish, "Hallo")).isTrue();
    assertThat(revising().edit(written.wish(), "Hallo")).isTrue();
    assertThat(events(written)).filteredOn(MessageEdited.class::isInstance).hasSize(1);
  }

  @Test
  default void whatIsHiddenWhenItComesIsHiddenWhenItChanges() {
    var written = writes(fresh(), "mein Wort");
    revising().edit(written.wish(), "mein secret 4711");
    assertThat(content(written).text()).isEqualTo("mein secret …");
    assertThat(events(written).toString()).doesNotContain("secret 4711");
  }

  @Test
  default void nothingIsLeftOfWhatWasTakenBack() {
    var written = writes(fresh(), "eins");
    revising().edit(written.wish(), "zwei");
    var other = writes(written.sender, "drei");
    assertThat(revising().withdraw(written.wish())).isTrue();
    assertThat(content(written)).isEqualTo(Content.withdrawn());
    assertThat(content(other).text()).isEqualTo("drei");
    assertThat(events(written))
        .contains(new MessageEdited(written.seq, "", "", NINE))
        .endsWith(new MessageWithdrawn(written.seq, NINE));
    assertThat(events(written).toString()).doesNotContain("eins").doesNotContain("zwei");
    assertThat(turns(written)).containsExactly(other.seq); // nobody answers it
  }

  @Test
  default void whatWasTakenBackStaysSo() {
    var written = writes(fresh(), "eins");
    revising().withdraw(written.wish());
    assertThat(revising().edit(written.wish(), "zwei")).isFalse();
    assertThat(revising().withdraw(written.wish())).isFalse();
    assertThat(content(written)).isEqualTo(Content.withdrawn());
    assertThat(events(written)).filteredOn(MessageWithdrawn.class::isInstance).hasSize(1);
  }

  @Test
  default void nobodyChangesWhatAnotherWrote() {
    var written = writes(fresh(), "eins");
    var stranger = new Wish(PUSHED, fresh(), written.key, fresh(), NINE);
    assertThat(revising().edit(stranger, "zwei")).isFalse();
    assertThat(revising().withdraw(stranger)).isFalse();
    assertThat(revising().withdraw(new Wish(PUSHED, written.sender, fresh(), fresh(), NINE)))
        .isFalse();
    assertThat(content(written).text()).isEqualTo("eins");
  }

  @Test
  default void anAnswerToWhatWasTakenBackComesTooLate() {
    var written = writes(fresh(), "eins");
    var seen = written.conversation;
    revising().withdraw(written.wish());
    assertThat(ports().log().append(botAnswer(seen, "zu eins")))
        .isInstanceOf(Appended.Refused.class);
  }
}
