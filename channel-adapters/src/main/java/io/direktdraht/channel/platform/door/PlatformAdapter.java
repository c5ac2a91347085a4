package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.channel.render.Rendering;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OutboundMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Carries a message in the parts that its platform takes, as long as the platform takes answers.
final class PlatformAdapter implements ChannelAdapter {
  /// Parts are sent one after the other; the rest waits before the lease of the delivery ends.
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /// A message must not be on its way while the window closes.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Sender sender;
  private final PlatformPorts ports;
  private final InstantSource clock;

  PlatformAdapter(Sender sender, PlatformPorts ports, InstantSource clock) {
    this.sender = sender;
    this.ports = ports;
    this.clock = clock;
  }

  @Override
  public Line.Id line() {
    return sender.line();
  }

  @Override
  public boolean repeatable() {
    return sender.repeatable();
  }

  @Override
  public @Nullable Duration window() {
    var window = sender.capabilities().window();
    return window == null ? null : window.minus(MARGIN);
  }

  @Override
  public DeliveryResult deliver(OutboundMessage message) throws InterruptedException {
    if (closed(message))
      return new DeliveryResult.WindowClosed(
          "the contact last wrote at " + message.progress().heard());
    var parts = Rendering.parts(message, sender.capabilities(), ports.links());
    if (parts.isEmpty()) return new DeliveryResult.Invalid("there is nothing to show");
    long begun = System.nanoTime();
    DeliveryResult result = new DeliveryResult.Accepted("");
    for (int i = message.progress().parts(); i < parts.size(); i++) {
      var place = new Reference(message.conversation(), message.seq(), parts.size() - 1 - i);
      result =
          System.nanoTime() - begun > LONGEST.toNanos()
              ? new DeliveryResult.Retry(clock.instant(), "its parts take long")
              : settled(
                  sender.send(
                      new Sender.Bubble(
                          message.recipient(), message.author(), parts.get(i), place)),
                  place);
      if (!(result instanceof DeliveryResult.Accepted))
        return i == 0 ? result : new DeliveryResult.Partly(i, result);
    }
    return result;
  }

  /// A doubt ends where a status was faster than the answer, or where asking again does no harm.
  private DeliveryResult settled(DeliveryResult result, Reference place) {
    if (!(result instanceof DeliveryResult.Ambiguous(var reason))) return result;
    if (arrived(place)) return new DeliveryResult.Accepted("");
    return sender.repeatable() ? new DeliveryResult.Retry(clock.instant(), reason) : result;
  }

  private boolean arrived(Reference place) {
    return place.index() == 0
        && ports.cursors().of(place.conversation(), Cursors.Side.CONTACT).delivered()
            >= place.seq();
  }

  private boolean closed(OutboundMessage message) {
    var window = window();
    if (window == null) return false;
    Instant heard = message.progress().heard();
    return heard == null || heard.plus(window).isBefore(clock.instant());
  }
}
