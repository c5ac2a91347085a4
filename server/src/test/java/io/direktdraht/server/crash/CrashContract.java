package io.direktdraht.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.storage.history.Stored.Type;
import org.junit.jupiter.api.Test;

/// A process dies at each dangerous point of a message (R01 to R06 of the failure list).
abstract class CrashContract extends CrashRig {
  @Test
  void r01TakesTheRepeatedMessageOnceWhenItDiedBeforeTheCommit() {
    node.arm("before-commit:MessageReceived");
    var body = body();
    assertThat(send(WEB, body, "")).isEmpty();
    restart();
    var admitted = send(WEB, body, "").orElseThrow();
    assertThat(admitted.repeated()).isFalse();
    settled(admitted.conversation());
  }

  @Test
  void r02AbsorbsTheRepeatedMessageWhenItDiedBetweenCommitAndAcknowledgement() {
    node.arm("after-commit:MessageReceived");
    var body = body();
    assertThat(send(WEB, body, "")).isEmpty();
    restart();
    var admitted = send(WEB, body, "").orElseThrow();
    assertThat(admitted.repeated()).isTrue();
    settled(admitted.conversation());
  }

  @Test
  void r03AnswersOnceWhenItDiedBeforeTheAnswerWasStored() {
    var conversation = dieAfterSending("before-commit:TurnDecided", WEB, "");
    assertThat(count(settled(conversation), Type.TURN)).isEqualTo(1);
  }

  @Test
  void r04CarriesTheAnswerOnceWhenItDiedBeforeTheOutboxDid() {
    var conversation = dieAfterSending("after-commit:TurnDecided", CALLBACK, "");
    assertThat(count(settled(conversation), Type.BOT_SAID)).isEqualTo(1);
    assertThat(history.deliveries()).hasSize(1);
  }

  @Test
  void r05ShowsASendThatMayHaveArrivedAsNotSentAndNeverRepeatsIt() {
    var conversation = dieAfterSending("after-deliver", CALLBACK, "");
    assertThat(count(settled(conversation), Type.AMBIGUOUS)).isEqualTo(1);
    assertThat(platform.calls()).isEqualTo(1);
  }

  @Test
  void r05RepeatsASendWhereThePlatformAbsorbsRepetitions() {
    var conversation = dieAfterSending("after-deliver", "safe", "");
    assertThat(count(settled(conversation), Type.AMBIGUOUS)).isZero();
    assertThat(platform.calls()).isEqualTo(2);
    assertThat(history.deliveries()).hasSize(1);
  }

  @Test
  void r06LooksUpAgainAndAnswersOnceWhenItDiedInTheLookUp() {
    var conversation = dieAfterSending("in-lookup", WEB, "LH-402915 ");
    var log = settled(conversation);
    assertThat(count(log, Type.TURN)).isEqualTo(1);
    assertThat(log)
        .anyMatch(one -> one.text().contains("LH-402915") && one.type() == Type.BOT_SAID);
  }

  @Test
  void r02TakesAnAgentsAnswerOnceWhenItIsSentAgain() {
    var conversation = waiting();
    node.work("claim", conversation, "ana");
    settled(conversation);
    node.arm("after-commit:MessageSent");
    var body = body();
    assertThat(answer(conversation, body)).isEmpty();
    restart();
    assertThat(answer(conversation, body)).contains("Stored");
    assertThat(count(settled(conversation), Type.AGENT_SAID)).isEqualTo(1);
  }
}
