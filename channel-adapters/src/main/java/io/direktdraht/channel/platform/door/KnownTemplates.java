package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Templated;
import io.direktdraht.channel.platform.Templated.Told;
import io.direktdraht.conversation.template.Templates.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/// The templates of one line, asked for when somebody wants them, and kept for a while. Whoever
/// comes meanwhile waits for the same answer.
final class KnownTemplates {
  /// Between two questions to a platform that does not answer.
  private static final Duration BREATH = Duration.ofSeconds(15);

  private final Templated sender;
  private final Duration kept;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private Offer offer = new Offer.Unknown("nobody has asked yet");
  private Instant next = Instant.MIN;

  KnownTemplates(Templated sender, Duration kept, InstantSource clock) {
    this.sender = sender;
    this.kept = kept;
    this.clock = clock;
  }

  Offer offer() throws InterruptedException {
    var lacks = sender.lacks();
    if (lacks.isPresent()) return new Offer.Unset(lacks.get());
    asking.lockInterruptibly();
    try {
      if (!clock.instant().isBefore(next)) ask();
      return offer;
    } finally {
      asking.unlock();
    }
  }

  private void ask() throws InterruptedException {
    var told = sender.templates();
    var now = clock.instant();
    offer = after(told, now);
    next = now.plus(told instanceof Told.All || kept.compareTo(BREATH) < 0 ? kept : BREATH);
  }

  private Offer after(Told told, Instant now) {
    return switch (told) {
      case Told.All(var all, int unusable) -> new Offer.Known(all, unusable, now, null);
      case Told.Nothing(var why) ->
          offer instanceof Offer.Known(var all, int unusable, var at, _)
              ? new Offer.Known(all, unusable, at, why)
              : new Offer.Unknown(why);
    };
  }
}
