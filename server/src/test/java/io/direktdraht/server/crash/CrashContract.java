package io.direktdraht.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Patience;
import io.direktdraht.server.crash.NodeClient.Admitted;
import io.direktdraht.storage.history.Body;
import io.direktdraht.storage.history.History;
import io.direktdraht.storage.history.HistoryChecker;
import io.direktdraht.storage.history.Operation;
import io.direktdraht.storage.history.Stored;
import io.direktdraht.storage.history.Stored.Type;
import io.direktdraht.storage.history.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process dies at each dangerous point (R01 to R07 of the failure list) and another one goes on
/// with the same database. The survivor of one test is the victim of the next.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashContract {
  private static final String WEB = "web";
  private static final String CALLBACK = "callback";
  private FakePlatform platform;
  private NodeClient node;
  private History history;
  private String sender;
  private int number;

  abstract String databaseUrl();

  @BeforeAll
  void start() throws IOException {
    platform = new FakePlatform();
    node = NodeClient.start(databaseUrl(), platform.address());
  }

  @AfterAll
  void stop() {
    node.close();
    platform.close();
  }

  @BeforeEach
  void beginHistory() {
    history = new History();
    platform.reportTo(history);
    sender = UUID.randomUUID().toString();
  }

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

  @Test
  void r07LeavesTheConversationWithOneOfTwoPeopleWhenItDiedInTheTransfer() {
    var conversation = waiting();
    assertThat(node.work("claim", conversation, "ana")).contains("Stored");
    node.arm("after-commit:Transferred");
    assertThat(node.work("transfer", conversation, "ana", "ben")).isEmpty();
    restart();
    assertOwnedBy(conversation, "ben");
    assertThat(node.work("claim", conversation, "ana")).contains("AlreadyWith");
    settled(conversation);
  }

  @Test
  void r07LeavesTheConversationWithTheBotWhenItDiedInTheReturn() {
    var conversation = waiting();
    assertThat(node.work("claim", conversation, "ana")).contains("Stored");
    node.arm("after-commit:ReturnedToBot");
    assertThat(node.work("giveBack", conversation, "ana")).isEmpty();
    restart();
    assertThat(node.state(conversation).stages()).isEqualTo("WITH_BOT");
    send(WEB, body(), "");
    assertThat(count(settled(conversation), Type.TURN)).isEqualTo(2);
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

  /// A conversation that was promised a person.
  private String waiting() {
    var conversation = send(WEB, body(), "Mensch ").orElseThrow().conversation();
    settled(conversation);
    return conversation;
  }

  private Body body() {
    return Body.next("crash", sender, number++);
  }

  private Optional<Admitted> send(String line, Body body, String words) {
    history.invoke(Operation.Kind.WIDGET_SEND, body);
    var admitted = node.receive(line, sender, body.id().toString(), words + body);
    if (admitted.isPresent()) history.ok(Operation.Kind.WIDGET_SEND, body);
    else history.info(Operation.Kind.WIDGET_SEND, body);
    return admitted;
  }

  private Optional<String> answer(String conversation, Body body) {
    history.invoke(Operation.Kind.AGENT_SEND, body);
    var done = node.work("answer", conversation, "ana", body.id().toString(), body.toString());
    if (done.isPresent()) history.ok(Operation.Kind.AGENT_SEND, body);
    else history.info(Operation.Kind.AGENT_SEND, body);
    return done;
  }

  /// The message is sent, the process dies at the point, the next one starts; the sender repeats to
  /// be sure.
  private String dieAfterSending(String point, String line, String words) {
    node.arm(point);
    var body = body();
    send(line, body, words);
    restart();
    return send(line, body, words).orElseThrow().conversation();
  }

  private void restart() {
    node.awaitDeath();
    node = NodeClient.start(databaseUrl(), platform.address());
  }

  /// The log once nothing is owed any more; every promise of it was checked.
  private List<Stored> settled(String conversation) {
    Patience.until("all is done", () -> node.state(conversation).owed() == 0);
    var log = node.read(conversation);
    var reader = new History.Reader("widget", conversation);
    long last = history.last(reader);
    log.stream()
        .filter(one -> one.shown() && one.seq() > last)
        .forEach(one -> history.rendered(reader, one.seq()));
    Verdict verdict = HistoryChecker.check(history, Map.of(conversation, log)).holds();
    assertThat(verdict.ambiguous()).hasSize((int) count(log, Type.AMBIGUOUS));
    return log;
  }

  private void assertOwnedBy(String conversation, String agent) {
    var state = node.state(conversation);
    assertThat(state.stages()).isEqualTo("WITH_AGENT");
    assertThat(state.owner()).isEqualTo(agent);
  }

  private static long count(List<Stored> log, Type type) {
    return log.stream().filter(one -> one.type() == type).count();
  }

  private static long count(List<Stored> log, String event) {
    return log.stream().filter(one -> one.text().equals(event)).count();
  }
}
