package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.PUSHED;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult.Ambiguous;
import io.direktdraht.conversation.outbox.DeliveryResult.Retry;
import io.direktdraht.conversation.outbox.DeliveryResult.Unauthorized;
import io.direktdraht.conversation.outbox.DeliveryResult.WindowClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Hours without a platform, with the patience that ships.
class OutboxEnduranceTest {
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final RetryPolicy SHIPPED =
      new RetryPolicy(40, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(60));
  private final Outgoing out = new Outgoing(SHIPPED);
  private final Down platform = new Down();
  private final Outbox outbox = out.to(platform);
  private Supplier<DeliveryResult> says = () -> new DeliveryResult.Accepted("p");

  /// Says the same to everything.
  private final class Down implements ChannelAdapter {
    final List<String> accepted = new ArrayList<>();

    /// The minutes since nine at which it was called.
    final TreeSet<Long> called = new TreeSet<>();

    @Override
    public Line.Id line() {
      return PUSHED;
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public DeliveryResult deliver(OutboundMessage message) {
      called.add(Duration.between(NINE, out.now).toMinutes());
      var result = says.get();
      if (result instanceof DeliveryResult.Accepted) accepted.add(message.content().text());
      return result;
    }
  }

  @Test
  void anHourOfTroubleLosesNothingKeepsTheOrderAndIsTold() throws InterruptedException {
    says = () -> new Retry(out.now, "503");
    var one = out.saying("eins", "zwei", "drei");
    var other = out.saying("vier");
    run(Duration.ofHours(1));
    assertThat(platform.accepted).isEmpty();
    assertThat(outbox.trouble()).contains(new Outbox.Trouble(NINE, "503"));
    assertThat(outbox.paused()).isEmpty();
    says = () -> new DeliveryResult.Accepted("p");
    run(Duration.ofMinutes(20));
    assertThat(platform.accepted).containsExactlyInAnyOrder("eins", "zwei", "drei", "vier");
    assertThat(platform.accepted).containsSubsequence("eins", "zwei", "drei");
    assertThat(out.failures(one)).isEmpty();
    assertThat(out.failures(other)).isEmpty();
    assertThat(outbox.trouble()).isEmpty();
  }

  @Test
  void aPausedLineTriesOneMessageAfterGrowingPausesAndGoesOnByItself() throws InterruptedException {
    says = () -> new Unauthorized("401");
    var one = out.saying("eins", "zwei");
    var other = out.saying("drei");
    run(Duration.ofMinutes(62));
    assertThat(outbox.paused()).contains("401");
    assertThat(platform.called).containsExactly(0L, 1L, 3L, 7L, 15L, 30L, 45L, 60L);
    says = () -> new DeliveryResult.Accepted("p");
    run(Duration.ofMinutes(14));
    assertThat(outbox.paused()).isEmpty();
    assertThat(platform.accepted).containsExactlyInAnyOrder("eins", "zwei", "drei");
    assertThat(platform.accepted).containsSubsequence("eins", "zwei");
    assertThat(out.failures(one)).isEmpty();
    assertThat(out.failures(other)).isEmpty();
  }

  @Test
  void onlyOneMessageIsTriedAtATime() throws InterruptedException {
    says = () -> new Unauthorized("401");
    for (int i = 0; i < 5; i++) out.saying("text " + i);
    for (var delivery : outbox.due(3)) outbox.carry(delivery);
    out.later(Duration.ofMinutes(1));
    assertThat(outbox.due(10)).hasSize(1);
    assertThat(outbox.due(10)).isEmpty(); // it is on its way
  }

  @Test
  void whatSaysNothingAboutTheCredentialsKeepsThePauseAndAClosedWindowDoesNot()
      throws InterruptedException {
    says = () -> new Unauthorized("401");
    var seen = out.saying("eins", "zwei", "drei");
    run(Duration.ofSeconds(10));
    says = () -> new Ambiguous("reset");
    run(Duration.ofSeconds(60));
    assertThat(outbox.paused()).contains("401");
    says = () -> new WindowClosed("24 h");
    run(Duration.ofMinutes(3));
    assertThat(outbox.paused()).isEmpty();
    assertThat(out.failures(seen))
        .extracting(failed -> failed.failure())
        .containsExactly("ambiguous", "windowClosed", "windowClosed");
  }

  private void run(Duration time) throws InterruptedException {
    Instant end = out.now.plus(time);
    while (out.now.isBefore(end)) {
      for (var delivery : outbox.due(10)) outbox.carry(delivery);
      out.later(STEP);
    }
  }
}
