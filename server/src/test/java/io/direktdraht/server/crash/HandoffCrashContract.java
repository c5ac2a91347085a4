package io.direktdraht.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Patience;
import io.direktdraht.storage.history.Stored.Type;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process dies at each step of a hand-off (R07 of the failure list): one owner, in one queue.
abstract class HandoffCrashContract extends CrashRig {
  @Test
  void r07PutsTheContactIntoTheQueueOnceWhenItDiedWhileTheBotLetGo() {
    var conversation = dieAfterSending("after-commit:HandoffRequested", WEB, "Mensch ");
    assertThat(count(settled(conversation), "HandoffRequested")).isEqualTo(1);
    assertThat(node.state(conversation).stages()).isIn("WAITING", "PROMISED");
  }

  @Test
  void r07PromisesOnceWhenItDiedWhilePromising() {
    var conversation = dieAfterSending("after-commit:PromiseMade", WEB, "Mensch ");
    var log = settled(conversation);
    assertThat(count(log, "PromiseMade")).isEqualTo(1);
    assertThat(count(log, Type.SYSTEM_SAID)).isEqualTo(1);
    assertThat(node.state(conversation).stages()).isEqualTo("PROMISED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit:AgentJoined", "after-commit:AgentJoined"})
  void r07GivesTheConversationToThePersonOnceWhenItDiedWhileTheyTookIt(String point) {
    var conversation = waiting();
    node.arm(point);
    assertThat(node.work("claim", conversation, "ana")).isEmpty();
    restart();
    boolean before = point.startsWith("before");
    assertThat(node.state(conversation).stages()).isEqualTo(before ? "PROMISED" : "WITH_AGENT");
    assertThat(node.work("claim", conversation, "ana")).contains("Stored");
    assertOwnedBy(conversation, "ana");
    assertThat(count(settled(conversation), "AgentJoined")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit:Transferred", "after-commit:Transferred"})
  void r07LeavesTheConversationWithOneOfTwoPeopleWhenItDiedInTheTransfer(String point) {
    var conversation = withAna();
    node.arm(point);
    assertThat(node.work("transfer", conversation, "ana", "ben")).isEmpty();
    restart();
    boolean before = point.startsWith("before");
    assertOwnedBy(conversation, before ? "ana" : "ben");
    assertThat(node.work("claim", conversation, before ? "ben" : "ana")).contains("AlreadyWith");
    settled(conversation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit:ReturnedToBot", "after-commit:ReturnedToBot"})
  void r07LeavesTheConversationWithOneSpeakerWhenItDiedInTheReturn(String point) {
    var conversation = withAna();
    node.arm(point);
    assertThat(node.work("giveBack", conversation, "ana")).isEmpty();
    restart();
    boolean before = point.startsWith("before");
    assertThat(node.state(conversation).stages()).isEqualTo(before ? "WITH_AGENT" : "WITH_BOT");
    send(WEB, body(), "");
    assertThat(count(settled(conversation), Type.TURN)).isEqualTo(before ? 1 : 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit:Requeued", "after-commit:Requeued"})
  void r07KeepsTheConversationInOnePlaceWhenItDiedWhileAnAgentPutItBack(String point) {
    var conversation = withAna();
    node.arm(point);
    assertThat(node.work("putBack", conversation, "ana")).isEmpty();
    restart();
    if (point.startsWith("before")) assertOwnedBy(conversation, "ana");
    else assertWaits(conversation);
    node.work("claim", conversation, "ben");
    settled(conversation);
    assertOwnedBy(conversation, point.startsWith("before") ? "ana" : "ben");
  }

  /// The desk of the dying node found her absent; to the next one she is back.
  @ParameterizedTest
  @ValueSource(strings = {"before-commit:Requeued", "after-commit:Requeued"})
  void r07KeepsTheConversationInOnePlaceWhenItDiedWhileTheDeskTookItBack(String point) {
    var conversation = waiting();
    assertThat(node.work("claim", conversation, "cleo")).contains("Stored"); // has no other
    node.arm(point);
    node.absent("cleo"); // has not answered yet
    restart();
    if (point.startsWith("before")) assertOwnedBy(conversation, "cleo");
    else assertWaits(conversation);
    var log = settled(conversation);
    assertThat(count(log, "Requeued")).isEqualTo(point.startsWith("before") ? 0 : 1);
    node.work("putBack", conversation, "cleo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit:PromiseBroken", "after-commit:PromiseBroken"})
  void r07BreaksAPromiseOnceWhenItDiedWhileAdmittingIt(String point) {
    var conversation = waiting();
    node.arm(point);
    node.later(Duration.ofDays(1));
    restart();
    assertThat(node.state(conversation).stages()).isEqualTo("PROMISED");
    node.later(Duration.ofDays(1).plusSeconds(1)); // due again for the one that admitted it
    Patience.until("it is admitted", () -> count(node.read(conversation), "PromiseBroken") == 1);
    var log = settled(conversation);
    assertThat(count(log, "PromiseMade")).isEqualTo(2);
    assertThat(node.state(conversation).stages()).isEqualTo("PROMISED");
    renew(); // today
  }
}
