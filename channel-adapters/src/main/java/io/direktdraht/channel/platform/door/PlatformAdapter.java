package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Looking;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.channel.platform.Templated;
import io.direktdraht.channel.render.Part;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.channel.render.Rendering;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Cursors;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.outbox.ChannelAdapter;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.outbox.OutboundMessage;
import io.direktdraht.conversation.template.Templates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries a message in the parts that its platform takes, as long as the platform takes answers.
final class PlatformAdapter implements ChannelAdapter {
  /// Parts are sent one after the other; the rest waits before the lease of the delivery ends.
  private static final Duration LONGEST = Duration.ofSeconds(25);

  /// A message must not be on its way while the window closes.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /// Then a platform knows what it took.
  private static final Duration KNOWN = Duration.ofSeconds(10);

  private final Sender sender;
  private final PlatformPorts ports;
  private final Reached reached;
  private final InstantSource clock;

  PlatformAdapter(Sender sender, PlatformPorts ports, Reached reached, InstantSource clock) {
    this.sender = sender;
    this.ports = ports;
    this.reached = reached;
    this.clock = clock;
  }

  @Override
  public Line.Id line() {
    return sender.line();
  }

  @Override
  public boolean repeatable() {
    return sender.repeatable() || sender instanceof Looking;
  }

  @Override
  public String recipient(List<String> addresses) {
    return sender.recipient(addresses);
  }

  @Override
  public @Nullable Duration window() {
    var window = sender.capabilities().agentWindow();
    return window == null ? null : window.minus(MARGIN);
  }

  @Override
  public Templates.Readiness templates() {
    if (!(sender instanceof Templated templated)) return Templates.Readiness.NONE;
    return templated.lacks().isEmpty() ? Templates.Readiness.READY : Templates.Readiness.UNSET;
  }

  @Override
  public DeliveryResult deliver(OutboundMessage message) throws InterruptedException {
    var capabilities = sender.capabilities();
    boolean free = message.content().filled() == null; // a template needs no window
    if (free && over(message, capabilities.window(message.author())))
      return new DeliveryResult.WindowClosed(
          "the contact last wrote at " + message.progress().heard().at());
    var point = new Contact.Point(line(), message.recipient());
    try {
      if (!(free && answersOnly()) && ports.optOuts().out(point)) return out(point);
      if (message.progress().parts() == 0) awaitPrevious(message);
    } catch (LogUnavailable outage) {
      return new DeliveryResult.Retry(clock.instant(), outage.toString());
    }
    var parts = Rendering.parts(message, capabilities, ports.links());
    return parts.isEmpty()
        ? new DeliveryResult.Invalid("there is nothing to show")
        : deliver(message, parts);
  }

  /// Where templates are all that goes out unasked, nobody means answers who wants nothing more.
  private boolean answersOnly() {
    return sender instanceof Templated;
  }

  static DeliveryResult out(Contact.Point who) {
    return new DeliveryResult.Unreachable("the contact wants no messages from " + who.line());
  }

  private DeliveryResult deliver(OutboundMessage message, List<Part> parts)
      throws InterruptedException {
    long begun = System.nanoTime();
    int first = message.progress().parts();
    DeliveryResult result = new DeliveryResult.Accepted("");
    for (int i = first; i < parts.size(); i++) {
      var bubble = bubble(message, parts.get(i), parts.size() - 1 - i);
      result =
          System.nanoTime() - begun > LONGEST.toNanos()
              ? new DeliveryResult.Retry(clock.instant(), "its parts take long")
              : settled(
                  i == first && message.progress().again() ? looked(bubble) : sent(bubble), bubble);
      if (!(result instanceof DeliveryResult.Accepted))
        return i == 0 ? result : new DeliveryResult.Partly(i, result);
      if (i < parts.size() - 1) reached.await(bubble.reference(), sender.patience());
    }
    return result;
  }

  /// The message before, if it was sent just now: what did not arrive by then is not waited for.
  private void awaitPrevious(OutboundMessage message) throws InterruptedException {
    var patience = sender.patience();
    if (patience.isZero()) return;
    var now = clock.instant();
    var last = ports.deliveries().latest(message.conversation(), line(), now);
    if (last.isPresent()
        && !last.equals(
            ports.deliveries().latest(message.conversation(), line(), now.minus(patience))))
      reached.await(new Reference(last.get().conversation(), last.get().seq(), 0), patience);
  }

  private Sender.Bubble bubble(OutboundMessage message, Part part, int following) {
    var place = new Reference(message.conversation(), message.seq(), following);
    boolean late = over(message, sender.capabilities().window());
    var echo = message.progress().heard().echo();
    return new Sender.Bubble(
        message.recipient(), message.author(), part, place, new Sender.Moment(late, echo));
  }

  /// What may have arrived is sent only when the platform does not have it.
  private DeliveryResult looked(Sender.Bubble bubble) throws InterruptedException {
    if (!(sender instanceof Looking looking)) return sent(bubble);
    var found = looking.found(bubble);
    if (found.isEmpty())
      return new DeliveryResult.Retry(clock.instant().plus(KNOWN), "it did not say what it has");
    var unknown =
        found.get().stream()
            .filter(id -> ports.deliveries().named(line(), id).isEmpty())
            .findFirst();
    return unknown.isPresent() ? new DeliveryResult.Accepted(unknown.get()) : sent(bubble);
  }

  /// A file that the platform refuses is sent as a link, but for that of a template, whose place
  /// nothing else takes.
  private DeliveryResult sent(Sender.Bubble bubble) throws InterruptedException {
    var part = bubble.part();
    if (part.filled() != null && part.file() != null && part.enclosure() == null)
      return new DeliveryResult.Invalid(
          "the platform cannot have " + part.file().name() + " from " + part.file().host());
    var result = sender.send(bubble);
    return result instanceof DeliveryResult.Invalid
            && part.enclosure() != null
            && part.filled() == null
        ? sent(bubble.plain())
        : result;
  }

  /// A doubt ends where a status was faster than the answer, where asking again does no harm, or
  /// where one can look.
  private DeliveryResult settled(DeliveryResult result, Sender.Bubble bubble) {
    if (result instanceof DeliveryResult.OptedOut) optOut(bubble);
    if (!(result instanceof DeliveryResult.Ambiguous(var reason))) return result;
    if (arrived(bubble.reference())) return new DeliveryResult.Accepted("");
    if (sender instanceof Looking)
      return new DeliveryResult.Retry(clock.instant().plus(KNOWN), reason);
    return sender.repeatable() ? new DeliveryResult.Retry(clock.instant(), reason) : result;
  }

  /// Only the platform knew it: from now on we know it too, and agents see it.
  private void optOut(Sender.Bubble bubble) {
    var now = clock.instant();
    ports.optOuts().change(new Contact.Point(line(), bubble.recipient()), true, now);
    if (answersOnly()) return;
    var event = new ConversationEvent.ReachChanged(line(), false, now);
    var key = new Append.Key(line() + ":reach", bubble.reference().text());
    var to = bubble.reference().conversation();
    ports.log().append(new Append(to, new Append.Condition.Always(), List.of(event), key));
  }

  private boolean arrived(Reference place) {
    return place.index() == 0
        && ports.cursors().of(place.conversation(), Cursors.Side.CONTACT).delivered()
            >= place.seq();
  }

  private boolean over(OutboundMessage message, @Nullable Duration window) {
    if (window == null) return false;
    Instant heard = message.progress().heard().at();
    return heard == null || heard.plus(window).minus(MARGIN).isBefore(clock.instant());
  }
}
