package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.Dialect;
import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Content.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What holds for the calls to every platform, and for what it tells about them.
public interface OutboundContract {
  Dialect dialect();

  @Test
  default void whatWeSayIsShownOnceAndInOrder() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      for (var text : new String[] {"eins 🌳", "zwei", "drei"}) bench.says(seen, text);
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins 🌳", "zwei", "drei");
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void aLongTextIsSplitAndNothingOfItIsLost() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      var sentence = "Größere Äpfel kosten mehr 👨‍👩‍👧‍👦 als kleine. ";
      var text = sentence.repeat(400).strip();
      bench.says(seen, text);
      bench.says(seen, "danach");
      bench.carry();
      assertThat(bench.shown()).hasSizeGreaterThan(3).last().isEqualTo("danach");
      var parts = bench.shown().subList(0, bench.shown().size() - 1);
      assertThat(parts).allSatisfy(part -> assertThat(part).startsWith("Größere").endsWith("."));
      assertThat(String.join(" ", parts)).isEqualTo(text);
    }
  }

  @Test
  default void onlyThePartsThatThePlatformDoesNotHaveAreSentAgain() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      var text =
          IntStream.range(0, 3000).mapToObj(i -> "Wort" + i).collect(Collectors.joining(" "));
      bench.says(seen, text);
      bench.platform.next(
          new Reaction.Takes(), new Reaction.Says(503, ""), new Reaction.Says(503, ""));
      bench.carry();
      assertThat(String.join(" ", bench.shown())).isEqualTo(text);
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void aPressedChoiceMeansItsPayloadHoweverLong() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      Assumptions.assumeTrue(dialect().buttons(), "nothing can be pressed there");
      var seen = bench.hears(1, 1, "Hallo");
      var longest = "/" + "x".repeat(1200);
      bench.says(seen, "Was?", new Choice("Ja", "/ja"), new Choice("Nein", longest));
      bench.carry();
      var ours = bench.platform.accepted().getLast();
      assertThat(dialect().titles(ours)).containsExactly("Ja", "Nein");
      bench.post(dialect().pressed(1, 2, ours, 0));
      bench.post(dialect().pressed(1, 3, ours, 1));
      bench.work();
      assertThat(bench.received(1).subList(1, 3))
          .extracting(Content::text, Content::payload)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("Ja", "/ja"),
              org.assertj.core.groups.Tuple.tuple("Nein", longest));
      bench.post(dialect().pressed(2, 4, ours, 1)); // what was offered to somebody else
      bench.work();
      assertThat(bench.received(2)).extracting(Content::payload).containsOnlyNulls();
    }
  }

  @Test
  default void aTypedTitleIsAPressedChoiceUntilWeSaySomethingElse() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, "Was?", new Choice("Ja", "/ja"), new Choice("Nein", "/nein"));
      bench.hears(1, 2, " nein");
      bench.says(seen, "Gut.");
      bench.hears(1, 3, "Nein");
      assertThat(bench.received(1))
          .extracting(Content::payload)
          .containsExactly(null, "/nein", null);
    }
  }

  @Test
  default void choicesThatThePlatformCannotShowAreNumbersToType() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      var choices = new ArrayList<Choice>();
      for (int i = 1; i <= 120; i++) choices.add(new Choice("Wahl " + i, "/wahl" + i));
      bench.says(seen, "Was?", choices.toArray(Choice[]::new));
      bench.carry();
      assertThat(bench.shown().getFirst()).startsWith("Was?\n\n1. Wahl 1\n2. Wahl 2");
      bench.hears(1, 2, "17.");
      assertThat(bench.received(1).getLast().payload()).isEqualTo("/wahl17");
      bench.hears(1, 3, "121");
      assertThat(bench.received(1).getLast().payload()).isNull();
    }
  }

  @Test
  default void aPlatformInTroubleIsAskedAgainAndTheOrderStays() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      bench.says(seen, "eins");
      bench.says(seen, "zwei");
      bench.platform.next(
          new Reaction.Says(500, ""),
          new Reaction.Says(503, "<html>"),
          new Reaction.Says(502, "{"));
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins", "zwei");
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void nothingIsSentBeforeThePlatformsHint() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.says(bench.conversation(1), "zwei");
      bench.platform.next(dialect().slow(120));
      bench.carryOnce();
      bench.says(bench.hears(2, 2, "Hallo"), "für andere");
      bench.now = bench.now.plusSeconds(118);
      bench.carryOnce();
      assertThat(bench.platform.called()).hasSize(dialect().slowsOneContact() ? 2 : 1);
      bench.now = bench.now.plusSeconds(2);
      bench.carry();
      assertThat(bench.shown()).containsExactlyInAnyOrder("eins", "zwei", "für andere");
      assertThat(bench.shown()).containsSubsequence("eins", "zwei");
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void deadCredentialsPauseTheLineAndLoseNothing() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      bench.says(bench.hears(1, 1, "Hallo"), "eins");
      bench.says(bench.conversation(1), "zwei");
      bench.platform.next(dialect().deadCredentials(), dialect().deadCredentials());
      bench.carryOnce();
      assertThat(bench.outbox.paused()).isPresent();
      assertThat(bench.platform.called()).hasSize(2);
      bench.outbox.resume();
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins", "zwei");
      assertThat(bench.failures(1)).isEmpty();
    }
  }

  @Test
  default void aTokenRevokedInMidQueueKeepsTheQueueUntilThePlatformTakesItAgain()
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      for (var text : new String[] {"eins", "zwei", "drei"}) bench.says(seen, text);
      bench.platform.next(new Reaction.Takes());
      for (int i = 0; i < 6; i++) bench.platform.next(dialect().deadCredentials());
      bench.carry();
      assertThat(bench.shown()).containsExactly("eins", "zwei", "drei");
      assertThat(bench.failures(1)).isEmpty();
      assertThat(bench.outbox.paused()).isEmpty();
    }
  }

  @Test
  default void whoseWindowClosedDuringAPauseIsShownAndTheOthersGetTheirs()
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var line = dialect().line(bench.platform.url(), Duration.ofSeconds(1), () -> bench.now);
      var window = line.sender().capabilities().window();
      Assumptions.assumeTrue(window != null, "this platform always takes answers");
      bench.says(bench.hears(1, 1, "Hallo"), "too late");
      bench.platform.next(dialect().deadCredentials(), dialect().deadCredentials());
      bench.carryOnce();
      bench.now = bench.now.plus(window);
      bench.says(bench.hears(2, 2, "Hallo"), "in time");
      bench.carry();
      assertThat(bench.shown()).containsExactly("in time");
      assertThat(bench.failures(1)).containsExactly("windowClosed");
      assertThat(bench.failures(2)).isEmpty();
    }
  }

  @Test
  default void aContactWhoIsGoneAndACallThatIsWrongAreShownAndHoldUpNobody()
      throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var seen = bench.hears(1, 1, "Hallo");
      for (var text : new String[] {"eins", "zwei", "drei"}) bench.says(seen, text);
      bench.platform.next(dialect().blocked(), dialect().invalid());
      bench.carry();
      assertThat(bench.failures(1)).containsExactly("unreachable", "invalid");
      assertThat(bench.shown()).containsExactly("drei");
    }
  }

  @Test
  default void nothingIsSentOutsideTheWindow() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var line = dialect().line(bench.platform.url(), Duration.ofSeconds(1), () -> bench.now);
      var window = line.sender().capabilities().window();
      Assumptions.assumeTrue(window != null, "this platform always takes answers");
      var seen = bench.hears(1, 1, "Hallo");
      bench.now = bench.now.plus(window).minus(Duration.ofMinutes(10));
      bench.says(seen, "in time");
      bench.carryOnce();
      bench.now = bench.now.plus(Duration.ofMinutes(9).plusSeconds(30));
      bench.says(seen, "too late");
      bench.carryOnce();
      assertThat(bench.shown()).containsExactly("in time");
      assertThat(bench.failures(1)).containsExactly("windowClosed");
      bench.says(bench.hears(1, 2, "Noch da?"), "again");
      bench.carryOnce();
      assertThat(bench.shown()).containsExactly("in time", "again");
    }
  }

  @Test
  default void peopleMayAnswerWhereTheWindowIsOverForTheBotAlone() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var line = dialect().line(bench.platform.url(), Duration.ofSeconds(1), () -> bench.now);
      var capabilities = line.sender().capabilities();
      var window = capabilities.agentWindow();
      Assumptions.assumeFalse(Objects.equals(window, capabilities.window()), "one window for all");
      var seen = bench.hears(1, 1, "Hallo");
      bench.now = bench.now.plus(window).minus(Duration.ofMinutes(10));
      var ana = new Author.Agent(new AgentId("ana"), "Ana");
      bench.says(seen, "by the bot");
      bench.says(seen, ana, Content.text("by Ana"));
      bench.carryOnce();
      bench.carryOnce();
      bench.now = bench.now.plus(Duration.ofMinutes(10));
      bench.says(seen, ana, Content.text("too late"));
      bench.carryOnce();
      assertThat(bench.shown()).containsExactly("by Ana");
      assertThat(bench.failures(1)).containsExactly("windowClosed", "windowClosed");
    }
  }

  @Test
  default void whoHasBlockedUsIsNotWrittenTo() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var blocked = dialect().reach(1, 2, false);
      Assumptions.assumeTrue(blocked.isPresent(), "this platform tells it by its answers");
      bench.post(dialect().reach(2, 1, false).orElseThrow()); // of somebody who never wrote
      var seen = bench.hears(1, 1, "Hallo");
      bench.post(blocked.get());
      bench.work();
      bench.says(seen, "eins");
      bench.carry();
      bench.post(dialect().reach(1, 3, true).orElseThrow());
      bench.post(blocked.get() + " "); // repeated late, and not to the byte
      bench.work();
      bench.says(seen, "zwei");
      bench.carry();
      assertThat(bench.shown()).containsExactly("zwei");
      assertThat(bench.failures(1)).containsExactly("unreachable");
      assertThat(bench.quarantined()).isZero();
    }
  }

  @Test
  default void noSecretIsEverShown() throws InterruptedException {
    try (var bench = new Bench(dialect())) {
      var line = dialect().line(bench.platform.url(), Duration.ofSeconds(1), () -> bench.now);
      assertThat(line.toString()).doesNotContain("secret-of-the-test");
    }
  }
}
