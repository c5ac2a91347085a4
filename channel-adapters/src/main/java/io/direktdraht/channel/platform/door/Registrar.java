package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Registration;
import io.direktdraht.channel.platform.Registration.Outcome;
import io.direktdraht.conversation.Line;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Registers one line until its platform knows where to call us, and asks every ten minutes whether
/// it still does; meanwhile nobody is held up. What was missed while it did not is fetched.
final class Registrar {
  private static final System.Logger LOG = System.getLogger(Registrar.class.getName());
  private static final Duration TRUST = Duration.ofMinutes(10);
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private final Line.Id line;
  private final Registration registration;
  private final CatchUp catchUp;
  private final InstantSource clock;
  private volatile Instant knownAt = Instant.MIN;
  private volatile @Nullable String problem;
  private volatile @Nullable Gap gap;

  /// The platform did not call us until then. `owing`: from when on what was written is still to be
  /// fetched, null when it was, or need not be.
  private record Gap(Instant until, String why, @Nullable Instant owing, String fetched) {
    Gap having(int calls) {
      return new Gap(until, why, null, "; what " + calls + " contacts wrote was fetched");
    }
  }

  Registrar(Registration registration, CatchUp catchUp, Line.Id line, InstantSource clock) {
    this.line = line;
    this.registration = registration;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  Line.Id line() {
    return line;
  }

  /// Why the platform does not know, as far as was tried.
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /// What operators should know of the last day: until when the platform did not call us.
  Optional<String> gap() {
    var earliest = clock.instant().minus(REMEMBERED);
    return Optional.ofNullable(gap)
        .filter(one -> one.until.isAfter(earliest))
        .map(one -> one.why + ", until " + one.until + one.fetched);
  }

  void tryOnce() throws InterruptedException {
    var doubted = clock.instant().minus(TRUST);
    if (problem != null || !knownAt.isAfter(doubted)) again();
    if (gap != null) catchUp(gap);
  }

  private void catchUp(Gap open) throws InterruptedException {
    if (open.owing == null) return;
    var calls = catchUp.fetch(open.owing);
    if (calls.isPresent()) gap = open.having(calls.getAsInt());
  }

  /// At once, also when the platform knew a moment ago. Empty when it knows, else why not.
  Optional<String> again() throws InterruptedException {
    var now = clock.instant();
    switch (registration.register()) {
      case Outcome.Known() -> known(now);
      case Outcome.Renewed(var why) -> {
        LOG.log(Level.WARNING, "{0} is registered again: {1}", line, why);
        var owing = catchUp.since().orElse(null);
        var fetched = owing == null ? "" : "; what was written meanwhile is not fetched yet";
        gap = new Gap(now, why, owing, fetched);
        known(now);
      }
      case Outcome.Unknown(var why) -> {
        if (!why.equals(problem)) LOG.log(Level.WARNING, "{0} is not registered: {1}", line, why);
        problem = why;
      }
    }
    return problem();
  }

  private void known(Instant now) {
    knownAt = now;
    problem = null;
  }
}
