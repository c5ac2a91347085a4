package io.direktdraht.channel.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Keeps one of us from knocking again and again at a mailbox that refused them: providers lock
/// accounts into which somebody fails to log in too often. Each refusal doubles the wait, up to a
/// quarter of an hour. Whoever knocks has one of their own, since being let in says nothing about
/// others: many providers allow few connections. Of one thread alone.
final class Restraint {
  static final Duration LONGEST = Duration.ofMinutes(15);
  private final Duration first;
  private final InstantSource clock;
  private Duration wait;
  private Instant again = Instant.MIN;

  Restraint(Duration first, InstantSource clock) {
    this.first = first;
    this.wait = first;
    this.clock = clock;
  }

  boolean waits() {
    return clock.instant().isBefore(again);
  }

  void refused() {
    again = clock.instant().plus(wait);
    wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
  }

  void admitted() {
    wait = first;
    again = Instant.MIN;
  }
}
