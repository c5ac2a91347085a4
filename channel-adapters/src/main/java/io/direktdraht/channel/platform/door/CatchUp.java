package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Registration;
import io.direktdraht.channel.platform.Signature;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.inbox.RawEvent;
import io.direktdraht.conversation.inbox.RawEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/// Asks a platform for what contacts wrote while it did not call us, and stores it as if it had
/// called. What it had told before is absorbed by the log's keys.
final class CatchUp {
  /// Meta tries a call again for a while before it gives up, and in any order.
  private static final Duration MARGIN = Duration.ofMinutes(15);

  private final Line.Id line;
  private final Registration registration;
  private final RawEvents raw;
  private final InstantSource clock;

  CatchUp(Line.Id line, Registration registration, RawEvents raw, InstantSource clock) {
    this.line = line;
    this.registration = registration;
    this.raw = raw;
    this.clock = clock;
  }

  /// From when on something may be missing. Empty when the platform has never called: then what was
  /// written was not written to us.
  Optional<Instant> since() {
    return raw.latest(line, RawEvents.State.DONE, 1).stream()
        .findFirst()
        .map(last -> last.at().minus(MARGIN));
  }

  /// How many calls are made up for; empty when the platform did not answer. The same again is
  /// stored once.
  OptionalInt fetch(Instant since) throws InterruptedException {
    var missed = registration.missed(since);
    if (missed.isEmpty()) return OptionalInt.empty();
    for (var body : missed.get()) {
      var key = "missed:" + Signature.hash(body.getBytes(StandardCharsets.UTF_8));
      raw.store(new RawEvent(line, key, body, clock.instant()));
    }
    return OptionalInt.of(missed.get().size());
  }
}
