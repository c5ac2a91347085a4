package io.direktdraht.channel.platform.setup;

import io.direktdraht.channel.platform.Sender.Bubble;
import io.direktdraht.channel.platform.door.Platforms;
import io.direktdraht.channel.platform.door.Platforms.PlatformLine;
import io.direktdraht.channel.platform.door.Probe;
import io.direktdraht.channel.platform.setup.LineView.Tried;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Tries whether a line works, so that operators need not wait for a customer to find out.
public final class Trial {
  private final Platforms platforms;
  private final Survey survey;
  private final Probe probe;
  private final InstantSource clock;

  public Trial(Platforms platforms, Survey survey, Probe probe, InstantSource clock) {
    this.clock = clock;
    this.platforms = platforms;
    this.survey = survey;
    this.probe = probe;
  }

  /// Whether the platform takes our credentials.
  Tried credentials(PlatformLine line) throws InterruptedException {
    return line.sender().check().map(Trial::tried).orElseGet(() -> new Tried("untold", ""));
  }

  /// Whether the webhook's address leads to us, and then whether the platform knows it, where it
  /// can be told.
  Tried webhook(PlatformLine line) throws InterruptedException {
    var id = line.hook().line().id();
    var address = survey.webhook(id).orElseThrow();
    var missed = probe.missed(address);
    if (missed.isPresent()) return new Tried("elsewhere", missed.get());
    return platforms
        .register(id)
        .map(why -> new Tried("unregistered", why))
        .orElseGet(() -> new Tried("ok", ""));
  }

  /// One message to somebody; it is part of no conversation.
  Tried message(PlatformLine line, String to, String text) throws InterruptedException {
    var part = new Part(text, null, List.of());
    var nowhere = new Reference(ConversationId.next(clock.instant()), 1, 0);
    return tried(line.sender().send(new Bubble(to, new Author.System(), part, nowhere)));
  }

  Optional<PlatformLine> line(Line.Id id) {
    return platforms.find(id);
  }

  private static Tried tried(DeliveryResult result) {
    return result instanceof DeliveryResult.Accepted(var known)
        ? new Tried("ok", known)
        : new Tried(result.failure().kind(), result.failure().reason());
  }
}
