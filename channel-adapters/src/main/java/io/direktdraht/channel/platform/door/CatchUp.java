package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Hook;
import io.direktdraht.channel.platform.Untold;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.inbox.RawEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Asks a platform for what contacts wrote and it did not tell, and stores it as if it had called.
/// What it had told before is known by its keys.
final class CatchUp {
  /// Platforms try a call again for a while before they give up, and in any order.
  private static final Duration MARGIN = Duration.ofMinutes(15);

  private final Hook hook;
  private final Untold platform;
  private final RawEvents raw;
  private final InstantSource clock;
  private @Nullable Instant from; // of the rounds alone

  CatchUp(Hook hook, Untold platform, RawEvents raw, InstantSource clock) {
    this.hook = hook;
    this.platform = platform;
    this.raw = raw;
    this.clock = clock;
  }

  /// For a platform that calls once and forgets: from the round before on, at first from its last
  /// call on. What was written before there was a line is not ours.
  void round() throws InterruptedException {
    var now = clock.instant();
    var begin = from == null ? since().orElse(now) : from;
    from = fetch(begin).isPresent() ? now.minus(MARGIN) : begin;
  }

  /// From when on something may be missing. Empty when the platform has never called: then what was
  /// written was not written to us.
  Optional<Instant> since() {
    return raw.latest(hook.line().id(), RawEvents.State.DONE, 1).stream()
        .findFirst()
        .map(last -> last.at().minus(MARGIN));
  }

  /// How many calls are made up for; empty when the platform did not answer. The same again is
  /// stored once.
  OptionalInt fetch(Instant since) throws InterruptedException {
    var untold = platform.untold(since);
    if (untold.isEmpty()) return OptionalInt.empty();
    for (var body : untold.get())
      raw.store(new RawEvent(hook.line().id(), hook.read(body).key(), body, clock.instant()));
    return OptionalInt.of(untold.get().size());
  }
}
