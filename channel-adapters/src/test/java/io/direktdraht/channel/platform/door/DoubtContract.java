package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.inbox.MemoryRawEvents;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds where nobody knows whether a message arrived: it is never repeated, unless the
/// platform knows a repetition; then it arrives once.
public interface DoubtContract {
  Dialect dialect();

  @Test
  default void anOutageBeforeTheCallIsNoDoubt() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.outage = true;
      bench.carryOnce();
      bench.outage = false;
      bench.now = bench.now.plus(Duration.ofMinutes(1));
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins");
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void whatMayHaveArrivedIsNeverRepeatedAndIsShown() throws InterruptedException {
    try (var bench = new Bench(dialect(), new MemoryRawEvents(), Duration.ofMillis(500))) {
      Assumptions.assumeFalse(dialect().repeatable(), "it knows a repetition");
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, "eins");
      bench.says(seen, "zwei");
      bench.platform.next(new Reaction.TakesAndHangs());
      bench.carryOnce();
      assertThat(bench.failures(1)).containsExactly("ambiguous");
      assertThat(bench.shown()).containsExactly("eins");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  default void aConnectionThatBreaksMayHaveDelivered(Fault fault) throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeFalse(dialect().repeatable(), "it knows a repetition");
      var seen = bench.hears(1, 1, "Hallo");
      for (var text : new String[] {"eins", "zwei", "drei"}) bench.says(seen, text);
      bench.platform.next(new Reaction.TakesAndBreaks(fault), new Reaction.Breaks(fault));
      bench.carry();
      assertThat(bench.failures(1)).containsExactly("ambiguous", "ambiguous");
      assertThat(bench.shown()).containsExactly("eins", "drei");
    }
  }

  @Test
  default void anAnswerThatCannotBeReadMayBeAYes() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeFalse(dialect().repeatable(), "it knows a repetition");
      var seen = bench.hears(1, 1, "Hallo");
      for (var text : new String[] {"eins", "zwei", "drei"}) bench.says(seen, text);
      bench.platform.next(
          new Reaction.Says(200, "<html>login</html>"), new Reaction.Says(200, "{\"ok\":"));
      bench.carry();
      assertThat(bench.failures(1)).containsExactly("ambiguous", "ambiguous");
      assertThat(bench.shown()).containsExactly("drei");
    }
  }

  @Test
  default void whatIsRecognisedIsSentAgainAfterSilenceAndShownOnce() throws InterruptedException {
    try (var bench = new Bench(dialect(), new MemoryRawEvents(), Duration.ofMillis(500))) {
      Assumptions.assumeTrue(dialect().repeatable(), "it knows no repetition");
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, "eins");
      bench.says(seen, "zwei");
      bench.platform.next(new Reaction.TakesAndHangs());
      bench.carry();
      assertThat(bench.platform.called()).hasSize(dialect().looks() ? 2 : 3);
      assertThat(bench.shown()).containsExactly("eins", "zwei");
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  default void whatIsRecognisedIsSentAgainAfterABreakAndShownOnce(Fault fault)
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeTrue(dialect().repeatable(), "it knows no repetition");
      var seen = bench.hears(1, 1, "Hallo");
      for (var text : new String[] {"eins", "zwei", "drei"}) bench.says(seen, text);
      bench.platform.next(new Reaction.TakesAndBreaks(fault), new Reaction.Breaks(fault));
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins", "zwei", "drei");
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void whatIsRecognisedIsSentAgainAfterAnAnswerThatCannotBeRead()
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeTrue(dialect().repeatable() && dialect().answers(), "any yes will do");
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.platform.next(
          new Reaction.Says(200, "<html>login</html>"), new Reaction.Says(200, "{\"ok\":"));
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins");
      assertThat(bench.failures(1)).isEmpty();
    }
  }
}
