package io.direktdraht.conversation.outbox;

import static io.direktdraht.conversation.log.Logs.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.direktdraht.conversation.event.ConversationEvent.SendFailed;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.outbox.Deliveries.Delivery;
import io.direktdraht.conversation.outbox.DeliveryResult.Partly;
import io.direktdraht.conversation.outbox.DeliveryResult.Retry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A database that cannot be reached for a while, and a platform that must not be asked twice.
class OutboxOutageTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(60));
  private final Outgoing out = new Outgoing(POLICY);
  private final Scripts platform = new Scripts(false);
  private final Outbox outbox = outbox();
  private Set<String> down = Set.of();

  @Test
  void whatCouldNotBeReadIsSentOnceItCan() throws InterruptedException {
    var seen = out.saying("eins");
    outbox.carry(next("contact"));
    assertThat(outbox.due(10)).as("not at once").isEmpty();
    out.later(Duration.ofSeconds(10));
    run();
    assertThat(platform.accepted).containsExactly("eins");
    assertThat(out.failures(seen)).isEmpty();
  }

  @Test
  void soIsWhatCouldNotEvenBeGivenBack() throws InterruptedException {
    var seen = out.saying("eins");
    for (int i = 0; i < 2; i++) {
      lose(next("contact", "postpone"));
      out.later(POLICY.lease());
    }
    run();
    assertThat(platform.accepted).containsExactly("eins");
    assertThat(out.failures(seen)).isEmpty();
  }

  @Test
  void soIsWhatThePlatformSurelyDidNotTake() throws InterruptedException {
    platform.says(new Retry(NINE, "503"));
    var seen = out.saying("eins");
    lose(next("postpone"));
    out.later(POLICY.lease());
    run();
    assertThat(platform.accepted).containsExactly("eins");
    assertThat(out.failures(seen)).isEmpty();
  }

  @Test
  void whatBeganBeforeTheOutageIsNotSentAgain() throws InterruptedException {
    var seen = out.saying("eins");
    outbox().due(10); // by somebody who died
    out.later(POLICY.lease());
    lose(next("append"));
    out.later(POLICY.lease());
    run();
    assertThat(platform.sent).isEmpty();
    assertThat(out.failures(seen)).extracting(SendFailed::failure).containsExactly("ambiguous");
  }

  @Test
  void whatWasSentAndCouldNotBeMarkedIsNotSentAgain() throws InterruptedException {
    var seen = out.saying("eins");
    lose(next("sent"));
    out.later(POLICY.lease());
    run();
    assertThat(platform.sent).hasSize(1);
    assertThat(out.failures(seen)).extracting(SendFailed::failure).containsExactly("ambiguous");
  }

  @Test
  void norIsWhatAPlatformHasInPart() throws InterruptedException {
    platform.says(new Partly(2, new Retry(NINE, "503")));
    var seen = out.saying("eins");
    lose(next("postpone"));
    out.later(POLICY.lease());
    run();
    assertThat(platform.sent).hasSize(1);
    assertThat(out.failures(seen)).extracting(SendFailed::failure).containsExactly("ambiguous");
  }

  @Test
  void whatCanNeverBeReadIsShownAsNotSent() throws InterruptedException {
    var seen = out.saying("eins");
    for (int i = 0; i < 3; i++) {
      outbox.carry(next("contact"));
      out.later(Duration.ofMinutes(2));
    }
    assertThat(platform.sent).isEmpty();
    assertThat(out.failures(seen)).extracting(SendFailed::failure).containsExactly("gaveUp");
    assertThat(out.owed(seen)).isEmpty();
  }

  /// The one that is due, and what cannot be reached from now on.
  private Delivery next(String... unreachable) {
    var due = outbox.due(10);
    assertThat(due).hasSize(1);
    down = Set.of(unreachable);
    return due.getFirst();
  }

  private void lose(Delivery delivery) {
    assertThatThrownBy(() -> outbox.carry(delivery)).isInstanceOf(LogUnavailable.class);
  }

  private void run() throws InterruptedException {
    down = Set.of();
    for (var delivery : outbox.due(10)) outbox.carry(delivery);
  }

  private Outbox outbox() {
    return new Outbox(
        platform,
        weak(Deliveries.class, out.ports.deliveries()),
        weak(ConversationLog.class, out.ports.log()),
        weak(Conversations.class, out.ports.conversations()),
        new Outbox.Clockwork(() -> out.now, POLICY));
  }

  /// The port, whose methods of these names reach no database.
  private <T> T weak(Class<T> port, T strong) {
    var proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, values) -> {
              if (down.contains(method.getName())) throw new LogUnavailable("a hiccup");
              try {
                return method.invoke(strong, values);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return port.cast(proxy);
  }
}
