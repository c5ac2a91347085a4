package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.outbox.Deliveries.Delivery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Carries one line's owed messages to its platform. Calls to the platform happen outside
/// transactions; a result that comes after the lease was lost changes nothing.
public final class Outbox {
  private final ChannelAdapter adapter;
  private final Deliveries deliveries;
  private final ConversationLog log;
  private final Conversations conversations;
  private final Clockwork clockwork;
  private final AtomicReference<@Nullable String> paused = new AtomicReference<>();

  /// Time and the policy that lives by it.
  public record Clockwork(InstantSource clock, RetryPolicy policy) {}

  public Outbox(
      ChannelAdapter adapter,
      Deliveries deliveries,
      ConversationLog log,
      Conversations conversations,
      Clockwork clockwork) {
    this.adapter = adapter;
    this.deliveries = deliveries;
    this.log = log;
    this.conversations = conversations;
    this.clockwork = clockwork;
  }

  public Line.Id line() {
    return adapter.line();
  }

  /// Why the line sends nothing, when its credentials died.
  public Optional<String> paused() {
    return Optional.ofNullable(paused.get());
  }

  public void resume() {
    paused.set(null);
  }

  /// Deliveries that are due now; each is to be given to {@link #carry}, in any thread.
  public List<Delivery> due(int limit) {
    if (paused.get() != null) return List.of();
    var now = clockwork.clock.instant();
    return deliveries.lease(adapter.line(), now, now.plus(clockwork.policy.lease()), limit);
  }

  public void carry(Delivery delivery) throws InterruptedException {
    if (delivery.interrupted() && !adapter.repeatable()) {
      fail(delivery, "ambiguous", "the attempt was interrupted; it may have arrived");
      return;
    }
    var message = message(delivery);
    if (message.isEmpty()) {
      fail(delivery, "unreachable", "the contact has no address on " + delivery.line());
      return;
    }
    settle(delivery, deliver(message.get()));
  }

  /// One dead answer may be an accident: the credentials are tried once more before the line
  /// pauses.
  private DeliveryResult deliver(OutboundMessage message) throws InterruptedException {
    var result = adapter.deliver(message);
    return result instanceof DeliveryResult.Unauthorized ? adapter.deliver(message) : result;
  }

  private void settle(Delivery delivery, DeliveryResult result) {
    var now = clockwork.clock.instant();
    switch (result) {
      case DeliveryResult.Accepted(var externalId) -> deliveries.sent(delivery, externalId, now);
      case DeliveryResult.Retry(var at, var reason) -> again(delivery, at, reason, now);
      case DeliveryResult.Ambiguous(var reason) -> fail(delivery, "ambiguous", reason);
      case DeliveryResult.WindowClosed(var reason) -> fail(delivery, "windowClosed", reason);
      case DeliveryResult.Unreachable(var reason) -> fail(delivery, "unreachable", reason);
      case DeliveryResult.Invalid(var reason) -> fail(delivery, "invalid", reason);
      case DeliveryResult.Unauthorized(var reason) -> {
        paused.set(reason);
        deliveries.postpone(delivery, now);
      }
    }
  }

  private void again(Delivery delivery, Instant hint, String reason, Instant now) {
    if (clockwork.policy.exhausted(delivery.attempt())) {
      fail(delivery, "gaveUp", reason);
      return;
    }
    var random = ThreadLocalRandom.current().nextDouble();
    var ours = now.plus(clockwork.policy.pause(delivery.attempt(), random));
    deliveries.postpone(delivery, hint.isAfter(ours) ? hint : ours);
  }

  private void fail(Delivery delivery, String failure, String reason) {
    var failed =
        new ConversationEvent.SendFailed(
            delivery.seq(), failure, reason, clockwork.clock.instant());
    var settling = new Append.Condition.Settling(Owed.Kind.DELIVERY, delivery.seq());
    log.append(new Append(delivery.conversation(), settling, List.of(failed)));
  }

  private Optional<OutboundMessage> message(Delivery delivery) {
    var place = log.read(delivery.conversation(), delivery.seq() - 1, 1).getFirst();
    return conversations
        .find(delivery.conversation())
        .map(Conversation::contact)
        .flatMap(conversations::contact)
        .flatMap(contact ->
            contact.points().stream()
                .filter(point -> point.line().equals(delivery.line()))
                .reduce((_, last) -> last))
        .map(point ->
            switch (place.event()) {
              case ConversationEvent.MessageSent(Message sent, _) ->
                  new OutboundMessage(
                      delivery.conversation(),
                      delivery.seq(),
                      point.externalId(),
                      sent.author(),
                      sent.content());
              default ->
                  throw new IllegalStateException(
                      "place " + delivery.seq() + " is no sent message: " + place.event());
            });
  }
}
