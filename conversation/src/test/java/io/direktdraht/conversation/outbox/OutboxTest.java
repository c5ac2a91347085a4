package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.SendFailed;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.outbox.DeliveryResult.*;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(60));
  private final Outgoing out = new Outgoing(POLICY);

  @Test
  void carriesAMessageToItsContactOnce() throws InterruptedException {
    var platform = new Scripts(false);
    var seen = saying("Guten Tag");
    run(platform);
    run(platform);
    assertThat(platform.sent)
        .singleElement()
        .satisfies(message -> {
          assertThat(message.conversation()).isEqualTo(seen.id());
          assertThat(message.seq()).isEqualTo(seen.lastSeq());
          assertThat(message.recipient()).isEqualTo(sender(seen));
          assertThat(message.content().text()).isEqualTo("Guten Tag");
        });
    assertThat(owed(seen)).isEmpty();
    assertThat(failures(seen)).isEmpty();
  }

  @Test
  void triesAgainButNotBeforeThePlatformsHint() throws InterruptedException {
    var platform = new Scripts(false, new Retry(NINE.plusSeconds(300), "429"));
    saying("eins");
    run(platform);
    out.now = NINE.plusSeconds(299);
    run(platform);
    assertThat(platform.sent).hasSize(1);
    out.now = NINE.plusSeconds(300);
    run(platform);
    assertThat(platform.accepted).containsExactly("eins");
  }

  @Test
  void pausesByItsOwnPolicyWhenThePlatformGivesNoHint() throws InterruptedException {
    var platform = new Scripts(false, new Retry(NINE, "503"));
    saying("eins");
    run(platform);
    out.now = NINE.plusMillis(4_999);
    run(platform);
    assertThat(platform.sent).hasSize(1);
    out.now = NINE.plusSeconds(10);
    run(platform);
    assertThat(platform.accepted).containsExactly("eins");
  }

  @Test
  void givesUpAfterItsAttemptsAndShowsIt() throws InterruptedException {
    var retry = new Retry(NINE, "503");
    var platform = new Scripts(false, retry, retry, retry, retry);
    var seen = saying("eins");
    for (int i = 0; i < 5; i++) {
      run(platform);
      out.later(Duration.ofMinutes(2));
    }
    assertThat(platform.sent).hasSize(3);
    assertThat(failures(seen))
        .singleElement()
        .satisfies(failed -> {
          assertThat(failed.message()).isEqualTo(seen.lastSeq());
          assertThat(failed.failure()).isEqualTo("gaveUp");
          assertThat(failed.reason()).isEqualTo("503");
        });
    assertThat(owed(seen)).isEmpty();
  }

  @Test
  void neverRepeatsWhatMayHaveArrivedAndShowsIt() throws InterruptedException {
    var platform = new Scripts(false, new Ambiguous("reset"));
    var seen = saying("eins");
    run(platform);
    out.later(Duration.ofDays(1));
    run(platform);
    assertThat(platform.sent).hasSize(1);
    assertThat(failures(seen)).extracting(SendFailed::failure).containsExactly("ambiguous");
  }

  @Test
  void showsEveryOtherRefusalByItsClassAndGoesOn() throws InterruptedException {
    var platform =
        new Scripts(
            false, new WindowClosed("24 h"), new Unreachable("blocked"), new Invalid("too long"));
    var seen = saying("eins", "zwei", "drei", "vier");
    for (int i = 0; i < 4; i++) run(platform);
    assertThat(failures(seen))
        .extracting(SendFailed::failure)
        .containsExactly("windowClosed", "unreachable", "invalid");
    assertThat(platform.accepted).containsExactly("vier");
  }

  @Test
  void triesDeadCredentialsOnceMoreThenPausesAndKeepsTheQueue() throws InterruptedException {
    var dead = new Unauthorized("401");
    var platform = new Scripts(false, dead, dead);
    var outbox = outbox(platform);
    var seen = saying("eins", "zwei");
    var other = saying("drei");
    outbox.carry(outbox.due(1).getFirst());
    assertThat(platform.sent).hasSize(2);
    assertThat(outbox.paused()).contains("401");
    out.later(Duration.ofSeconds(59));
    assertThat(outbox.due(10)).isEmpty();
    assertThat(owed(seen)).hasSize(2);
    assertThat(owed(other)).hasSize(1);
    outbox.resume();
    run(outbox);
    run(outbox);
    assertThat(platform.accepted).containsExactlyInAnyOrder("eins", "zwei", "drei");
    assertThat(platform.accepted.indexOf("eins")).isLessThan(platform.accepted.indexOf("zwei"));
    assertThat(failures(seen)).isEmpty();
  }

  @Test
  void aLineThatIsSlowedSendsNothingToAnybodyBeforeTheHint() throws InterruptedException {
    var platform = new Scripts(false, new Slowed(NINE.plusSeconds(90), "429"));
    var outbox = outbox(platform);
    var seen = saying("eins", "zwei");
    var other = saying("drei");
    outbox.carry(outbox.due(1).getFirst());
    out.later(Duration.ofSeconds(89));
    assertThat(outbox.due(10)).isEmpty();
    out.later(Duration.ofSeconds(1));
    run(outbox);
    run(outbox);
    assertThat(platform.accepted).containsExactlyInAnyOrder("eins", "zwei", "drei");
    assertThat(platform.accepted.indexOf("eins")).isLessThan(platform.accepted.indexOf("zwei"));
    assertThat(failures(seen)).isEmpty();
    assertThat(failures(other)).isEmpty();
  }

  @Test
  void goesOnWithThePartThatThePlatformDoesNotHave() throws InterruptedException {
    var platform =
        new Scripts(
            false,
            new Partly(2, new Retry(NINE, "503")),
            new Partly(3, new Retry(NINE, "503")),
            new Partly(4, new Ambiguous("reset")));
    var seen = saying("eins");
    for (int i = 0; i < 4; i++) {
      run(platform);
      out.later(Duration.ofMinutes(2));
    }
    assertThat(platform.sent).extracting(sent -> sent.progress().parts()).containsExactly(0, 2, 3);
    assertThat(failures(seen)).extracting(SendFailed::failure).containsExactly("ambiguous");
  }

  @Test
  void tellsThePlatformWhenTheContactLastWroteThere() throws InterruptedException {
    var platform = new Scripts(false);
    var seen = saying("eins");
    for (int i = 0; i < 120; i++)
      out.ports
          .log()
          .append(new Append(seen.id(), new Append.Condition.Always(), List.of(note("n" + i))));
    run(platform);
    assertThat(platform.sent.getFirst().progress().heard().at()).isEqualTo(NINE);
  }

  @Test
  void whoHasBlockedUsIsNotWrittenToUntilTheyTakeItBackOrWrite() throws InterruptedException {
    var platform = new Scripts(false);
    var seen = saying();
    reach(seen, PUSHED, false);
    say(seen, "eins");
    run(platform);
    assertThat(platform.sent).isEmpty();
    assertThat(failures(seen)).extracting(SendFailed::failure).containsExactly("unreachable");
    reach(seen, PUSHED, true);
    reach(seen, WEB, false); // another line
    say(seen, "zwei");
    run(platform);
    assertThat(platform.accepted).containsExactly("zwei");
    reach(seen, PUSHED, false);
    var point = out.ports.conversations().contact(seen.contact()).orElseThrow().points().getFirst();
    out.ports.intake().receive(hello(PUSHED, point.externalId(), fresh()));
    say(seen, "drei");
    run(platform);
    assertThat(platform.accepted).containsExactly("zwei", "drei");
  }

  private void reach(Conversation seen, Line.Id line, boolean reachable) {
    append(seen, new ConversationEvent.ReachChanged(line, reachable, NINE));
  }

  private void say(Conversation seen, String text) {
    append(seen, said(new Author.Bot(), PUSHED, text));
  }

  private void append(Conversation seen, ConversationEvent event) {
    out.ports.log().append(new Append(seen.id(), new Append.Condition.Always(), List.of(event)));
  }

  @Test
  void oneDeadAnswerAloneIsAnAccident() throws InterruptedException {
    var platform = new Scripts(false, new Unauthorized("401"));
    var outbox = outbox(platform);
    saying("eins");
    run(outbox);
    assertThat(outbox.paused()).isEmpty();
    assertThat(platform.accepted).containsExactly("eins");
  }

  @Test
  void keepsTheOrderOfAConversationWhileItsFirstMessageWaits() throws InterruptedException {
    var platform = new Scripts(false, new Retry(NINE, "503"), new Retry(NINE, "503"));
    var seen = saying("eins", "zwei", "drei");
    var other = saying("vier");
    for (int i = 0; i < 8; i++) {
      run(platform);
      out.later(Duration.ofMinutes(2));
    }
    assertThat(platform.accepted.stream().filter(text -> !text.equals("vier")))
        .containsExactly("eins", "zwei", "drei");
    assertThat(owed(seen)).isEmpty();
    assertThat(owed(other)).isEmpty();
  }

  @Test
  void anInterruptedAttemptIsNotRepeatedWhereRepeatingMayDouble() throws InterruptedException {
    var platform = new Scripts(false);
    var seen = saying("eins");
    outbox(platform).due(10);
    out.later(POLICY.lease());
    run(platform);
    assertThat(platform.sent).isEmpty();
    assertThat(failures(seen)).extracting(SendFailed::failure).containsExactly("ambiguous");
    assertThat(owed(seen)).isEmpty();
  }

  @Test
  void anInterruptedAttemptIsRepeatedWhereRepeatingIsHarmless() throws InterruptedException {
    var platform = new Scripts(true);
    var seen = saying("eins");
    outbox(platform).due(10);
    out.later(POLICY.lease().minusMillis(1));
    run(platform);
    assertThat(platform.sent).isEmpty();
    out.now = out.now.plusMillis(1);
    run(platform);
    assertThat(platform.accepted).containsExactly("eins");
    assertThat(failures(seen)).isEmpty();
  }

  private void run(Scripts platform) throws InterruptedException {
    run(outbox(platform));
  }

  private static void run(Outbox outbox) throws InterruptedException {
    for (var delivery : outbox.due(10)) outbox.carry(delivery);
  }

  private Outbox outbox(Scripts platform) {
    return out.to(platform);
  }

  private Conversation saying(String... texts) {
    return out.saying(texts);
  }

  private List<Long> owed(Conversation conversation) {
    return out.owed(conversation);
  }

  private List<SendFailed> failures(Conversation conversation) {
    return out.failures(conversation);
  }

  private String sender(Conversation conversation) {
    var contact = out.ports.conversations().contact(conversation.contact()).orElseThrow();
    return contact.points().getFirst().externalId();
  }
}
