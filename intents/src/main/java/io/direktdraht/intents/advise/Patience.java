package io.direktdraht.intents.advise;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// How long an adviser is waited for, and how long it is left alone after it failed: contacts shall
/// not wait for something that is down, nor add to what is too busy.
public final class Patience {
  private final Duration deadline;
  private final Duration rest;
  private final InstantSource clock;
  private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

  public Patience(Duration deadline, Duration rest, InstantSource clock) {
    this.deadline = deadline;
    this.rest = rest;
    this.clock = clock;
  }

  Duration deadline() {
    return deadline;
  }

  boolean resting() {
    return clock.instant().isBefore(until.get());
  }

  void rest() {
    until.set(clock.instant().plus(rest));
  }
}
