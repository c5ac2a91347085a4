package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Templated;
import io.direktdraht.channel.platform.Templated.Told;
import io.direktdraht.channel.render.Rendering;
import io.direktdraht.conversation.attachment.FileLinks;
import io.direktdraht.conversation.template.Head;
import io.direktdraht.conversation.template.Template;
import io.direktdraht.conversation.template.Templates.Offer;
import io.direktdraht.conversation.template.Unusable;
import io.direktdraht.conversation.template.Unusable.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// The templates of one line, asked for when somebody wants them, and kept for a while. Whoever
/// comes meanwhile waits for the same answer.
final class KnownTemplates {
  /// Between two questions to a platform that does not answer.
  private static final Duration BREATH = Duration.ofSeconds(15);

  private final Templated sender;
  private final Duration kept;
  private final FileLinks links;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private Offer offer = new Offer.Unknown("nobody has asked yet");
  private Instant next = Instant.MIN;

  KnownTemplates(Templated sender, Duration kept, FileLinks links, InstantSource clock) {
    this.sender = sender;
    this.kept = kept;
    this.links = links;
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
      case Told.All all -> known(all, now);
      case Told.Nothing(var why) ->
          offer instanceof Offer.Known(var all, var unusable, var at, _)
              ? new Offer.Known(all, unusable, at, why)
              : new Offer.Unknown(why);
    };
  }

  /// What wants a file goes only where the platform can fetch it from us.
  private Offer known(Told.All all, Instant now) {
    if (Rendering.reachable(links))
      return new Offer.Known(all.templates(), all.unusable(), now, null);
    var without = all.templates().stream().filter(one -> !wantsFile(one)).toList();
    var with = all.templates().stream().filter(KnownTemplates::wantsFile);
    var unusable =
        Stream.concat(
                with.map(one -> new Unusable(one.name(), one.language(), Why.ADDRESS)),
                all.unusable().stream())
            .toList();
    return new Offer.Known(without, unusable, now, null);
  }

  private static boolean wantsFile(Template template) {
    return template.head() instanceof Head.File;
  }
}
