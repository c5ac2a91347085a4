package io.direktdraht.conversation;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.Requeued.Cause;
import io.direktdraht.conversation.log.AllEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final Escalation WHY =
      new Escalation(Escalation.Reason.HUMAN_WISH, "human_wish", List.of("Mensch"));
  private static final PromiseId PROMISE = PromiseId.next(NINE);
  private static final Instant DUE = NINE.plus(Duration.ofHours(4));
  private static final Set<Class<?>> CHANGE_OF_SPEAKER =
      Set.of(
          ConversationEvent.AgentJoined.class,
          ConversationEvent.Transferred.class,
          ConversationEvent.ReturnedToBot.class,
          ConversationEvent.Resolved.class,
          ConversationEvent.Requeued.class,
          ConversationEvent.Reopened.class);

  private static final Stage.Waiting WAITED = new Stage.Waiting(WHY, NINE);
  private static final Stage.Promised PROMISED = new Stage.Promised(PROMISE, DUE, WHY, NINE);

  @Test
  void beginsWithTheBot() {
    assertThat(fresh().stage()).isEqualTo(new Stage.WithBot());
    assertThat(fresh().epoch()).isEqualTo(1);
    assertThat(fresh().lastSeq()).isZero();
  }

  @Test
  void theEpochRisesExactlyWhenTheSpeakerChanges() {
    var conversation = fresh();
    for (var event : AllEvents.everyKind(1)) {
      var next = conversation.after(event);
      boolean changes = CHANGE_OF_SPEAKER.contains(event.getClass());
      assertThat(next.epoch() - conversation.epoch()).as("%s", event).isEqualTo(changes ? 1 : 0);
      assertThat(next.lastSeq()).isEqualTo(conversation.lastSeq() + 1);
      conversation = next;
    }
  }

  @Test
  void askingTwiceKeepsThePlace() {
    var once = after(fresh(), handoff(NINE));
    var other = new Escalation(Escalation.Reason.EMOTION, "strong_emotion", List.of());
    var twice = after(once, new ConversationEvent.HandoffRequested(other, NINE.plusSeconds(90)));
    assertThat(twice.stage()).isEqualTo(new Stage.Waiting(WHY, NINE));
  }

  @Test
  void askingWhilePromisedOrServedChangesNothing() {
    var promised = after(fresh(), handoff(NINE), promise());
    assertThat(after(promised, handoff(NINE)).stage()).isEqualTo(promised.stage());
    var served = after(fresh(), joined(ANA));
    assertThat(after(served, handoff(NINE)).stage()).isEqualTo(served.stage());
  }

  @Test
  void whoLeavesTheQueueIsWithTheBotAgain() {
    var left = new ConversationEvent.HandoffWithdrawn(NINE);
    assertThat(after(fresh(), handoff(NINE), left).stage()).isEqualTo(new Stage.WithBot());
    assertThat(after(fresh(), handoff(NINE), promise(), left).stage())
        .isEqualTo(new Stage.WithBot());
    assertThat(after(fresh(), joined(ANA), left).stage())
        .isEqualTo(new Stage.WithAgent(ANA, "ana"));
  }

  @Test
  void aPromiseIsMadeOnlyToWhoeverWaits() {
    assertThat(after(fresh(), promise()).stage()).isEqualTo(new Stage.WithBot());
    var promised = after(fresh(), handoff(NINE), promise());
    assertThat(promised.stage()).isEqualTo(PROMISED);
    assertThat(promised.stage().openPromise()).contains(PROMISED);
  }

  @Test
  void aPromiseIsCarriedFromAgentToAgentUntilItIsKept() {
    var taken = after(fresh(), handoff(NINE), promise(), joined(ANA));
    assertThat(taken.stage().openPromise()).contains(PROMISED);
    var passed = new ConversationEvent.Transferred(ANA, BEN, "Ben", null, NINE);
    var transferred = after(taken, passed);
    assertThat(transferred.stage()).isEqualTo(new Stage.WithAgent(BEN, "Ben", PROMISED, WAITED));
    var kept = after(transferred, new ConversationEvent.PromiseKept(PROMISE, NINE));
    assertThat(kept.stage()).isEqualTo(new Stage.WithAgent(BEN, "Ben", null, WAITED));
    assertThat(kept.epoch()).isEqualTo(transferred.epoch());
  }

  @Test
  void whoMustWaitAgainIsStillPromisedWhatWasNotKept() {
    var taken = after(fresh(), handoff(NINE), promise(), joined(ANA));
    assertThat(after(taken, requeued(Cause.ABSENT, null)).stage()).isEqualTo(PROMISED);
    var broken = after(taken, new ConversationEvent.PromiseBroken(PROMISE, NINE));
    assertThat(broken.stage().openPromise()).isEmpty();
    assertThat(after(broken, requeued(Cause.ABSENT, null)).stage()).isEqualTo(WAITED);
  }

  @Test
  void whoMustWaitAgainKeepsTheOriginalTime() {
    var served = after(fresh(), handoff(NINE), joined(ANA));
    var gone = requeued(Cause.ABSENT, null);
    assertThat(after(served, gone).stage()).isEqualTo(WAITED);
    assertThat(after(served, gone).epoch()).isEqualTo(served.epoch() + 1);
    var other = after(served, requeued(Cause.PUT_BACK, "service")).stage();
    assertThat(other).isEqualTo(new Stage.Waiting(WHY.team("service"), NINE));
    assertThat(after(fresh(), gone).stage()).isEqualTo(new Stage.WithBot());
  }

  @Test
  void whoWasNeverHandedOffWaitsFromNowOn() {
    var taken = after(fresh(), joined(ANA), requeued(Cause.ABSENT, null));
    assertThat(taken.stage().waited().orElseThrow().since()).isEqualTo(NINE.plusSeconds(90));
  }

  @Test
  void aNewPromiseTakesTheOldOnesPlace() {
    var promised = after(fresh(), handoff(NINE), promise());
    var call = PromiseId.next(NINE);
    var callback = new ConversationEvent.PromiseMade(call, DUE, PromiseKind.CALLBACK, NINE);
    assertThat(after(promised, callback).stage())
        .isEqualTo(new Stage.Promised(call, DUE, WHY, NINE, PromiseKind.CALLBACK));
  }

  private static ConversationEvent requeued(Cause cause, @Nullable String team) {
    return new ConversationEvent.Requeued(ANA, cause, team, null, NINE.plusSeconds(90));
  }

  @Test
  void goesBackToTheBotAndComesToAnEndAndOpensAgain() {
    var back = after(fresh(), joined(ANA), new ConversationEvent.ReturnedToBot(ANA, null, NINE));
    assertThat(back.stage()).isEqualTo(new Stage.WithBot());
    var ended = after(back, new ConversationEvent.Resolved(Outcome.SOLVED_BY_BOT, null, NINE));
    assertThat(ended.open()).isFalse();
    assertThat(ended.stage()).isEqualTo(new Stage.Resolved(Outcome.SOLVED_BY_BOT));
    var again = after(ended, new ConversationEvent.Reopened(NINE));
    assertThat(again.stage()).isEqualTo(new Stage.WithBot());
    assertThat(again.epoch()).isEqualTo(5);
  }

  @Test
  void theLineIsWhereTheContactLastWrote() {
    var there = new Message(new Author.Contact(), PUSHED, Content.text("hier"), "k");
    var moved = after(fresh(), new ConversationEvent.MessageReceived(there, NINE));
    assertThat(moved.line()).isEqualTo(PUSHED);
    assertThat(after(moved, said(new Author.Bot(), WEB, "x")).line()).isEqualTo(PUSHED);
  }

  @Test
  void marksTheLastTurnAndWhatItAnswered() {
    var hello = new Message(new Author.Contact(), WEB, Content.text("hallo"), "k");
    var received = after(fresh(), new ConversationEvent.MessageReceived(hello, NINE));
    var answered = after(received, turn(1, 1), said(new Author.Bot(), WEB, "Guten Tag"));
    assertThat(answered.marks()).isEqualTo(new Conversation.Marks(3, 3, 2, 1, 0));
    assertThat(after(answered, note("x")).marks()).isEqualTo(new Conversation.Marks(4, 3, 2, 1, 0));
  }

  @Test
  void marksWhereTheBotLastLetGo() {
    var waiting = after(fresh(), turn(1, 1), handoff(NINE));
    assertThat(waiting.marks().handoff()).isEqualTo(2);
    assertThat(after(waiting, handoff(NINE)).marks().handoff()).isEqualTo(2);
    var withdrawn = after(waiting, new ConversationEvent.HandoffWithdrawn(NINE), handoff(NINE));
    assertThat(withdrawn.marks().handoff()).isEqualTo(4);
  }

  private static Conversation fresh() {
    return Conversation.opened(ConversationId.next(NINE), ContactId.next(NINE), WEB, NINE);
  }

  private static Conversation after(Conversation conversation, ConversationEvent... events) {
    for (var event : events) conversation = conversation.after(event);
    return conversation;
  }

  private static ConversationEvent handoff(Instant at) {
    return new ConversationEvent.HandoffRequested(WHY, at);
  }

  private static ConversationEvent promise() {
    return new ConversationEvent.PromiseMade(PROMISE, DUE, NINE);
  }

  private static ConversationEvent joined(AgentId agent) {
    return new ConversationEvent.AgentJoined(agent, agent.value(), NINE);
  }
}
