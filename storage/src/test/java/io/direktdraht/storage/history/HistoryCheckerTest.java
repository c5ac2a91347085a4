package io.direktdraht.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.storage.history.Stored.Type;
import io.direktdraht.storage.history.Verdict.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A checker that cannot fail proves nothing: each broken promise is found.
class HistoryCheckerTest {
  private static final String CONVERSATION = "c1";
  private final History history = new History();
  private final History.Reader ana = new History.Reader("ana", CONVERSATION);
  private final Body first = Body.next("run", "c1", 1);
  private final Body second = Body.next("run", "c1", 2);
  private final List<Stored> log = new ArrayList<>();

  @Test
  void findsNothingInAHistoryThatKeepsEveryPromise() {
    send(first);
    place(Type.RECEIVED, first.toString(), 0);
    place(Type.TURN, "answer", 1);
    carried(Type.BOT_SAID, "gern");
    history.delivered(new History.Delivered(CONVERSATION, 3));
    place(Type.TAKEN_OVER, "AgentJoined", 0);
    place(Type.HANDED_BACK, "ReturnedToBot", 0);
    send(second);
    place(Type.RECEIVED, "bitte " + second, 0);
    place(Type.TURN, "answer", 6);
    show(1, 3, 4, 5, 6);
    assertThat(check().violations()).isEmpty();
  }

  @Test
  void findsAnAcknowledgedMessageThatIsNotStored() {
    send(first);
    assertThat(broken()).containsExactly(Invariant.NO_LOSS);
  }

  @Test
  void allowsAnUnacknowledgedMessageToBeThereOrNot() {
    history.invoke(Operation.Kind.WIDGET_SEND, first);
    history.invoke(Operation.Kind.AGENT_SEND, second);
    history.info(Operation.Kind.AGENT_SEND, second);
    place(Type.AGENT_SAID, second.toString(), 0);
    assertThat(broken()).isEmpty();
  }

  @Test
  void findsAMessageThatIsStoredTwice() {
    place(Type.RECEIVED, first.toString(), 0);
    place(Type.RECEIVED, first.toString(), 0);
    assertThat(broken()).containsExactly(Invariant.NO_DOUBLE);
  }

  @Test
  void findsARefusedMessageThatIsStoredAllTheSame() {
    history.invoke(Operation.Kind.AGENT_SEND, first);
    history.fail(Operation.Kind.AGENT_SEND, first);
    place(Type.AGENT_SAID, first.toString(), 0);
    assertThat(broken()).containsExactly(Invariant.HONEST);
  }

  @Test
  void findsAMessageThatIsAnsweredTwice() {
    place(Type.RECEIVED, first.toString(), 0);
    place(Type.TURN, "answer", 1);
    place(Type.TURN, "answer", 1);
    assertThat(broken()).containsExactly(Invariant.NO_DOUBLE);
  }

  @Test
  void findsATurnThatComesBeforeWhatItAnswers() {
    place(Type.TURN, "answer", 2);
    place(Type.RECEIVED, first.toString(), 0);
    assertThat(broken()).containsExactly(Invariant.ORDER);
  }

  @Test
  void findsAGapAndAWrongPlace() {
    place(Type.RECEIVED, first.toString(), 0);
    log.add(new Stored(3, Type.OTHER, "NoteAdded", false, 0, false));
    assertThat(broken()).containsExactly(Invariant.ORDER);
  }

  @Test
  void findsTheBotSpeakingWhileAPersonHasTheConversation() {
    place(Type.TAKEN_OVER, "AgentJoined", 0);
    place(Type.SYSTEM_SAID, "Ana ist da", 0);
    place(Type.BOT_SAID, "zu spät", 0);
    assertThat(broken()).containsExactly(Invariant.ONE_SPEAKER);
  }

  @Test
  void findsWhatThePlatformGotTwice() {
    carried(Type.BOT_SAID, "gern");
    history.delivered(new History.Delivered(CONVERSATION, 1));
    history.delivered(new History.Delivered(CONVERSATION, 1));
    assertThat(broken()).containsExactly(Invariant.NO_DOUBLE);
  }

  @Test
  void findsWhatThePlatformGotInAnotherOrder() {
    carried(Type.BOT_SAID, "eins");
    carried(Type.BOT_SAID, "zwei");
    history.delivered(new History.Delivered(CONVERSATION, 2));
    history.delivered(new History.Delivered(CONVERSATION, 1));
    assertThat(broken()).containsExactly(Invariant.ORDER);
  }

  @Test
  void findsAMessageThatNeitherArrivedNorIsFlagged() {
    carried(Type.BOT_SAID, "gern");
    assertThat(broken()).containsExactly(Invariant.NO_LOSS);
  }

  @Test
  void reportsAnAmbiguousSendApartWhenTheLogFlagsIt() {
    carried(Type.BOT_SAID, "gern");
    place(Type.AMBIGUOUS, "interrupted", 1);
    assertThat(broken()).isEmpty();
    assertThat(check().ambiguous()).containsExactly(new History.Delivered(CONVERSATION, 1));
    history.delivered(new History.Delivered(CONVERSATION, 1));
    assertThat(broken()).isEmpty();
    history.delivered(new History.Delivered(CONVERSATION, 1));
    assertThat(broken()).containsExactly(Invariant.NO_DOUBLE);
  }

  @Test
  void findsAReaderWhoMissesAMessage() {
    place(Type.RECEIVED, first.toString(), 0);
    place(Type.BOT_SAID, "gern", 0);
    show(2);
    assertThat(broken()).containsExactly(Invariant.NO_LOSS);
  }

  @Test
  void findsAReaderWhoShowsAMessageTwiceOrInAnotherOrderOrOneOfNobody() {
    place(Type.RECEIVED, first.toString(), 0);
    place(Type.BOT_SAID, "gern", 0);
    var twice = new History.Reader("twice", CONVERSATION);
    List.of(1L, 2L, 2L).forEach(seq -> history.rendered(twice, seq));
    var turned = new History.Reader("turned", CONVERSATION);
    List.of(2L, 1L).forEach(seq -> history.rendered(turned, seq));
    var strange = new History.Reader("strange", CONVERSATION);
    List.of(1L, 7L).forEach(seq -> history.rendered(strange, seq));
    assertThat(broken()).containsExactly(Invariant.NO_DOUBLE, Invariant.ORDER, Invariant.ORDER);
  }

  @Test
  void throwsWithWhatItFound() {
    send(first);
    assertThatThrownBy(() -> check().holds())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(first.toString());
  }

  private void send(Body body) {
    history.ok(Operation.Kind.WIDGET_SEND, history.invoke(Operation.Kind.WIDGET_SEND, body));
  }

  private void place(Type type, String text, long about) {
    boolean shown = type != Type.TURN && type != Type.AMBIGUOUS;
    log.add(new Stored(log.size() + 1, type, text, shown, about, false));
  }

  private void carried(Type type, String text) {
    log.add(new Stored(log.size() + 1, type, text, true, 0, true));
  }

  private void show(long... places) {
    for (long seq : places) history.rendered(ana, seq);
  }

  private Verdict check() {
    return HistoryChecker.check(history, Map.of(CONVERSATION, log));
  }

  private List<Invariant> broken() {
    return check().violations().stream().map(Verdict.Violation::invariant).toList();
  }
}
