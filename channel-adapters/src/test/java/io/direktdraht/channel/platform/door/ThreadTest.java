package io.direktdraht.channel.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.channel.platform.FakePlatform.Reaction;
import io.direktdraht.channel.slack.SlackDialect;
import io.direktdraht.conversation.Content.Choice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Threads in a direct message of Slack: one contact and one conversation, answered where they last
/// wrote.
class ThreadTest {
  private static final String ROOT = SlackDialect.time(1);
  private final Bench bench = new Bench(new SlackDialect());

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whoWritesInAThreadIsAnsweredThereAndInTheSameConversation() throws InterruptedException {
    var first = bench.hears(1, 1, "Hallo");
    answers("eins");
    hearsInThread(2, "Und noch etwas");
    assertThat(bench.conversation(1).id()).isEqualTo(first.id());
    answers("zwei");
    bench.hears(1, 3, "Wieder hier");
    answers("drei");
    assertThat(threads()).containsExactly("", ROOT, "");
    assertThat(bench.texts(1)).containsExactly("Hallo", "Und noch etwas", "Wieder hier");
  }

  @Test
  void everyPartOfAnAnswerStandsInTheThread() throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    hearsInThread(2, "Und?");
    answers("lang. ".repeat(1000));
    assertThat(threads()).hasSizeGreaterThan(1).containsOnly(ROOT);
  }

  @Test
  void aButtonThatIsPressedInAThreadIsAnsweredThere() throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    hearsInThread(2, "Und?");
    bench.says(bench.conversation(1), "Gut?", new Choice("Ja", "/ja"));
    bench.carryOnce();
    var ours = bench.platform.accepted().getLast();
    bench.hears(1, 3, "Kurz hier");
    bench.post(SlackDialect.pressedIn(1, 5, 1, ours));
    bench.work();
    assertThat(bench.received(1).getLast().payload()).isEqualTo("/ja");
    answers("Schön.");
    assertThat(threads()).containsExactly(ROOT, ROOT);
  }

  @Test
  void aRepetitionAndAnEchoInAThreadAreNothingNew() throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    hearsInThread(2, "Und?");
    hearsInThread(2, "Und?");
    bench.post(
        SlackDialect.threaded(1, 3, 1, "von uns")
            .replace("\"user\":\"U00000001\"", "\"user\":\"U0BOT\""));
    bench.work();
    assertThat(bench.texts(1)).containsExactly("Hallo", "Und?");
  }

  @Test
  void whatAThreadNoLongerTakesStandsBelowIt() throws InterruptedException {
    bench.hears(1, 1, "Hallo");
    hearsInThread(2, "Und?");
    bench.platform.next(
        new Reaction.Says(200, "{\"ok\":false,\"error\":\"cannot_reply_to_message\"}"));
    answers("eins");
    assertThat(threads()).containsExactly("");
    assertThat(bench.failures(1)).isEmpty();
  }

  private void hearsInThread(int order, String text) throws InterruptedException {
    bench.post(SlackDialect.threaded(1, order, 1, text));
    bench.work();
  }

  private void answers(String text) throws InterruptedException {
    bench.says(bench.conversation(1), text);
    bench.carryOnce();
  }

  /// Where what Slack took stands; empty: outside of threads.
  private List<String> threads() {
    return bench.platform.accepted().stream()
        .map(call -> call.path("thread_ts").asString(""))
        .toList();
  }
}
