package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.sms.SmsDialect;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever says STOP gets nothing more, until they say START.
class OptOutTest {
  @ParameterizedTest
  @ValueSource(strings = {"STOP", " stop. ", "Stopp!", "Abmelden", "UNSUBSCRIBE"})
  void holdsWhateverElseTheyWrite(String word) throws InterruptedException {
    try (var bench = new Bench(new SmsDialect())) {
      bench.hears(1, 1, "Hallo");
      bench.hears(1, 2, word);
      bench.says(bench.conversation(1), "eins");
      bench.says(bench.hears(1, 3, "Noch etwas"), "zwei");
      bench.carry();
      bench.now = bench.now.plus(Duration.ofDays(3));
      bench.says(bench.hears(1, 4, "Und das?"), "drei");
      bench.carry();
      assertThat(bench.platform.called()).isEmpty();
      assertThat(bench.texts(1)).contains("Und das?").doesNotContain(word); // which agents see
      bench.says(bench.hears(1, 5, "Start"), "vier");
      bench.carry();
      assertThat(bench.shown()).containsExactly("vier");
      assertThat(bench.texts(1)).endsWith("Start");
    }
  }

  @Test
  void agentsSeeIt() throws InterruptedException {
    try (var bench = new Bench(new SmsDialect())) {
      bench.hears(1, 1, "Hallo");
      bench.hears(1, 2, "STOP");
      assertThat(reach(bench)).containsExactly(false);
      bench.hears(1, 3, "START");
      assertThat(reach(bench)).containsExactly(false, true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stop schreibt man so", "cancel", "end", "HELP", "Hilfe", "STOP 2"})
  void otherWordsAreMessages(String words) throws InterruptedException {
    try (var bench = new Bench(new SmsDialect())) {
      bench.says(bench.hears(1, 1, words), "eins");
      bench.carry();
      assertThat(bench.texts(1)).containsExactly(words);
      assertThat(bench.shown()).containsExactly("eins");
    }
  }

  @Test
  void whatOnlyTheCarrierKnewIsKnownFromThenOn() throws InterruptedException {
    try (var bench = new Bench(new SmsDialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.platform.next(new Reaction.Says(400, "{\"code\":21610,\"message\":\"STOP\"}"));
      bench.carry();
      bench.says(bench.hears(1, 2, "Hallo?"), "zwei");
      bench.carry();
      assertThat(bench.platform.called()).hasSize(1);
      assertThat(reach(bench)).containsExactly(false);
      assertThat(bench.failures(1)).containsExactly("unreachable", "unreachable");
    }
  }

  @Test
  void aLateWordOfTheCarrierCountsToo() throws InterruptedException {
    try (var bench = new Bench(new SmsDialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.carry();
      var told =
          new SmsDialect().status(bench.platform.accepted().getLast(), "failed").orElseThrow();
      var to = "&ErrorCode=21610&To=" + new SmsDialect().id(1).replace("+", "%2B");
      var body = told.body().replaceFirst("&To=[^&]*", "") + to;
      bench.post(new Dialect.Told(told.query(), body));
      bench.work();
      bench.says(bench.conversation(1), "zwei");
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins");
      assertThat(reach(bench)).containsExactly(false);
    }
  }

  private static List<Boolean> reach(Bench bench) {
    return bench.events(1).stream()
        .filter(ConversationEvent.ReachChanged.class::isInstance)
        .map(event -> ((ConversationEvent.ReachChanged) event).reachable())
        .toList();
  }
}
