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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/// What a process needs to die at a dangerous point, and another one to go on with the same
/// database. The survivor of one test is the victim of the next.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashRig {
  static final String WEB = "web";
  static final String CALLBACK = "callback";
  FakePlatform platform;
  NodeClient node;
  History history;
  private String sender;
  private int number;
  private Duration ahead = Duration.ZERO;

  abstract String databaseUrl();

  @BeforeAll
  void start() throws IOException {
    platform = new FakePlatform();
    node = another();
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

  String withAna() {
    var conversation = waiting();
    assertThat(node.work("claim", conversation, "ana")).contains("Stored");
    return conversation;
  }

  void assertWaits(String conversation) {
    var state = node.state(conversation);
    assertThat(state.stages()).isIn("WAITING", "PROMISED");
    assertThat(state.owner()).isEqualTo("-");
  }

  /// A conversation that was promised a person.
  String waiting() {
    var conversation = send(WEB, body(), "Mensch ").orElseThrow().conversation();
    settled(conversation);
    return conversation;
  }

  Body body() {
    return Body.next("crash", sender, number++);
  }

  Optional<Admitted> send(String line, Body body, String words) {
    history.invoke(Operation.Kind.WIDGET_SEND, body);
    var admitted = node.receive(line, sender, body.id().toString(), words + body);
    if (admitted.isPresent()) history.ok(Operation.Kind.WIDGET_SEND, body);
    else history.info(Operation.Kind.WIDGET_SEND, body);
    return admitted;
  }

  Optional<String> answer(String conversation, Body body) {
    history.invoke(Operation.Kind.AGENT_SEND, body);
    var done = node.work("answer", conversation, "ana", body.id().toString(), body.toString());
    if (done.isPresent()) history.ok(Operation.Kind.AGENT_SEND, body);
    else history.info(Operation.Kind.AGENT_SEND, body);
    return done;
  }

  /// The message is sent, the process dies at the point, the next one starts; the sender repeats to
  /// be sure.
  String dieAfterSending(String point, String line, String words) {
    node.arm(point);
    var body = body();
    send(line, body, words);
    restart();
    return send(line, body, words).orElseThrow().conversation();
  }

  /// As if nothing had been done to it.
  void renew() {
    node.close();
    next();
  }

  void restart() {
    node.awaitDeath();
    next();
  }

  /// What the one before had leased is free: for it, that is over.
  private void next() {
    ahead = ahead.plus(SlimRooms.LEASE);
    node = another();
  }

  NodeClient another() {
    return NodeClient.start(databaseUrl(), platform.address(), ahead);
  }

  /// The log once nothing is owed any more; every promise of it was checked.
  List<Stored> settled(String conversation) {
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

  void assertOwnedBy(String conversation, String agent) {
    var state = node.state(conversation);
    assertThat(state.stages()).isEqualTo("WITH_AGENT");
    assertThat(state.owner()).isEqualTo(agent);
  }

  static long count(List<Stored> log, Type type) {
    return log.stream().filter(one -> one.type() == type).count();
  }

  static long count(List<Stored> log, String event) {
    return log.stream().filter(one -> one.text().equals(event)).count();
  }
}
