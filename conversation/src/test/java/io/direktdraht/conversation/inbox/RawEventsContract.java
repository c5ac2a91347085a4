package io.direktdraht.conversation.inbox;

import static io.direktdraht.conversation.log.Logs.NINE;
import static io.direktdraht.conversation.log.Logs.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.RawEvents.State;
import io.direktdraht.conversation.inbox.RawEvents.Trace;
import io.direktdraht.conversation.log.LogContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every driver of the door for platforms promises.
public interface RawEventsContract {
  RawEvents rawEvents();

  @Test
  default void storesTheSameKeyOnceHoweverOftenAndInParallel() {
    var line = line();
    var stored = LogContract.together(10, i -> rawEvents().store(event(line, "k", "body " + i)));
    assertThat(stored).containsOnlyOnce(true);
    assertThat(rawEvents().waiting(line, 10)).hasSize(1);
    assertThat(rawEvents().store(event(line(), "k", "another line"))).isTrue();
  }

  @Test
  default void tellsEachOfManyAtOnceWhetherItWasThere() {
    var line = line();
    var raw = rawEvents();
    raw.store(event(line, "k0", "b"));
    var stored = LogContract.together(200, i -> raw.store(event(line, "k" + i / 2, "b")));
    assertThat(stored.stream().filter(fresh -> fresh)).hasSize(99);
    assertThat(raw.waiting(line, 1000)).hasSize(100);
  }

  @Test
  default void handsOutWhatWaitsInTheOrderOfArrival() {
    var line = line();
    for (int i = 0; i < 20; i++) rawEvents().store(event(line, "k" + i, "b" + i));
    assertThat(rawEvents().waiting(line, 5))
        .extracting(RawEvent::body)
        .containsExactly("b0", "b1", "b2", "b3", "b4");
    assertThat(rawEvents().waiting(line, 100)).hasSize(20);
    assertThat(rawEvents().waiting(line, 1)).containsExactly(event(line, "k0", "b0"));
  }

  @Test
  default void whatIsDoneWaitsNoLongerAndIsStillKnown() {
    var line = line();
    for (int i = 0; i < 5; i++) rawEvents().store(event(line, "k" + i, "b"));
    rawEvents().done(rawEvents().waiting(line, 3));
    assertThat(rawEvents().waiting(line, 9)).extracting(RawEvent::key).containsExactly("k3", "k4");
    assertThat(rawEvents().store(event(line, "k0", "b"))).isFalse();
    rawEvents().done(List.of());
  }

  @Test
  default void whatCannotBeReadIsKeptApart() {
    var line = line();
    rawEvents().store(event(line, "raw:1", "<html>").unreadable("no JSON"));
    rawEvents().store(event(line, "2", "{}"));
    rawEvents().quarantine(event(line, "2", "{}").unreadable("x".repeat(10_000)));
    assertThat(rawEvents().waiting(line, 9)).isEmpty();
    assertThat(rawEvents().quarantined(line)).isEqualTo(2);
    assertThat(rawEvents().quarantined(line())).isZero();
    assertThat(rawEvents().store(event(line, "raw:1", "<html>"))).isFalse();
  }

  @Test
  default void whatLeavesQuarantineWaitsAgainOrIsForgotten() {
    var line = line();
    for (var key : List.of("a", "b", "c")) rawEvents().store(event(line, key, "body " + key));
    rawEvents().quarantine(event(line, "a", "body a").unreadable("why a"));
    rawEvents().quarantine(event(line, "b", "body b").unreadable("why b"));
    assertThat(rawEvents().inQuarantine(line, "a"))
        .contains(event(line, "a", "body a").unreadable("why a"));
    assertThat(rawEvents().inQuarantine(line, "c")).isEmpty();
    assertThat(rawEvents().again(line, "a")).isTrue();
    assertThat(rawEvents().again(line, "a")).isFalse();
    assertThat(rawEvents().again(line(), "b")).isFalse();
    assertThat(rawEvents().discard(line, "c")).isFalse();
    assertThat(rawEvents().discard(line, "b")).isTrue();
    assertThat(rawEvents().waiting(line, 9))
        .containsExactly(event(line, "a", "body a"), event(line, "c", "body c"));
    assertThat(rawEvents().quarantined(line)).isZero();
    assertThat(rawEvents().inQuarantine(line, "b")).isEmpty();
    assertThat(rawEvents().store(event(line, "b", "again"))).isFalse();
  }

  @Test
  default void tellsWhatBecameOfTheLatest() {
    var line = line();
    for (var key : List.of("a", "done", "bad", "b", "c")) rawEvents().store(event(line, key, "b"));
    rawEvents().done(List.of(event(line, "done", "b")));
    rawEvents().quarantine(event(line, "bad", "b").unreadable("no text"));
    assertThat(rawEvents().latest(line, State.WAITING, 2))
        .containsExactly(
            new Trace("c", State.WAITING, null, NINE), new Trace("b", State.WAITING, null, NINE));
    assertThat(rawEvents().latest(line, State.QUARANTINED, 2))
        .containsExactly(new Trace("bad", State.QUARANTINED, "no text", NINE));
    assertThat(rawEvents().latest(line, State.DONE, 2))
        .containsExactly(new Trace("done", State.DONE, null, NINE));
    assertThat(rawEvents().latest(line(), State.DONE, 3)).isEmpty();
  }

  @Test
  default void keepsABodyOfSeveralMegabytesToTheLastCharacter() {
    var line = line();
    var body = "{\"text\":\"" + "Grüße 🌳".repeat(300_000) + "\"}";
    rawEvents().store(event(line, "large", body));
    assertThat(rawEvents().waiting(line, 1).getFirst().body().equals(body)).isTrue();
  }

  @Test
  default void forgetsWhatIsOldAndNoLongerWaits() {
    var line = line();
    var before = NINE.minus(Duration.ofDays(1000));
    rawEvents().store(new RawEvent(line, "done", "b", before));
    rawEvents().done(rawEvents().waiting(line, 1));
    rawEvents().store(new RawEvent(line, "waits", "b", before));
    rawEvents().store(event(line, "young", "b"));
    assertThat(rawEvents().forget(before.plusSeconds(1))).isEqualTo(1);
    assertThat(rawEvents().store(new RawEvent(line, "done", "b", NINE))).isTrue();
    assertThat(rawEvents().store(new RawEvent(line, "waits", "b", NINE))).isFalse();
  }

  private static Line.Id line() {
    return new Line.Id("l-" + fresh());
  }

  private static RawEvent event(Line.Id line, String key, String body) {
    return new RawEvent(line, key, body, NINE);
  }
}
