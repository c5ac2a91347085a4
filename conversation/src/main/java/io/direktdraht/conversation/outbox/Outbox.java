package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Owed;
import io.direktdraht.conversation.outbox.Deliveries.Delivery;
import io.direktdraht.conversation.template.Templates;
import io.direktdraht.conversation.way.Heard;
import io.direktdraht.conversation.way.Hearing;
import io.direktdraht.conversation.way.Traffic;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Carries one line's owed messages to its platform. Calls to the platform happen outside
/// transactions; a result that comes after the lease was lost changes nothing.
public final class Outbox {
  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
  private final ChannelAdapter adapter;
  private final Deliveries deliveries;
  private final ConversationLog log;
  private final Conversations conversations;
  private final Hearing hearing;
  private final Clockwork clockwork;
  private final AtomicReference<@Nullable Pause> paused = new AtomicReference<>();
  private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
  private final AtomicReference<Instant> slowed = new AtomicReference<>(Instant.MIN);

  /// The last attempt at each, where nothing arrived and the database could not be told so.
  private final Map<Deliveries.Place, Integer> idle = new ConcurrentHashMap<>();

  /// Since when the platform takes nothing, though it may later, and what it said last.
  public record Trouble(Instant since, String reason) {}

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
    this.hearing = new Hearing(log, conversations);
    this.clockwork = clockwork;
  }

  public Line.Id line() {
    return adapter.line();
  }

  /// Why the line sends nothing, when its credentials died. It tries one message from time to time,
  /// and goes on by itself once the platform knows it again.
  public Optional<String> paused() {
    return Optional.ofNullable(paused.get()).map(Pause::reason);
  }

  public Traffic.Flow flow() {
    return new Traffic.Flow(adapter.window(), paused.get() != null, adapter.templates());
  }

  /// Goes on at once.
  public void resume() {
    paused.set(null);
  }

  /// Empty while the platform answers.
  public Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  /// Deliveries that are due now; each is to be given to {@link #carry}, in any thread.
  public List<Delivery> due(int limit) {
    var now = clockwork.clock.instant();
    if (slowed.get().isAfter(now)) return List.of();
    var pause = paused.get();
    if (pause == null) return lease(now, limit);
    boolean probes = pause.over(now) && paused.compareAndSet(pause, pause.probing(now));
    return probes ? lease(now, 1) : List.of();
  }

  private List<Delivery> lease(Instant now, int limit) {
    return deliveries.lease(adapter.line(), now, now.plus(clockwork.policy.lease()), limit);
  }

  public void carry(Delivery delivery) throws InterruptedException {
    if (began(delivery) && !adapter.repeatable()) {
      fail(
          delivery,
          new DeliveryResult.Ambiguous("an attempt was interrupted: it may have arrived"));
      return;
    }
    var result = attempt(delivery);
    try {
      settle(delivery, result);
    } catch (RuntimeException | Error outage) {
      if (!result.mayHaveArrived()) idle.put(place(delivery), delivery.attempt());
      throw outage;
    }
  }

  /// Whether an earlier attempt may have reached the platform.
  private boolean began(Delivery delivery) {
    var last = idle.remove(place(delivery));
    return delivery.interrupted() && (last == null || last != delivery.attempt() - 1);
  }

  private static Deliveries.Place place(Delivery delivery) {
    return new Deliveries.Place(delivery.conversation(), delivery.seq());
  }

  private DeliveryResult attempt(Delivery delivery) throws InterruptedException {
    Optional<OutboundMessage> message;
    try {
      message = message(delivery);
    } catch (RuntimeException outage) {
      LOG.log(Level.WARNING, delivery + " could not be read", outage);
      return new DeliveryResult.Retry(clockwork.clock.instant(), "it could not be read");
    }
    return message.isPresent()
        ? deliver(message.get())
        : new DeliveryResult.Unreachable("the contact has no address on " + delivery.line());
  }

  /// One dead answer may be an accident: the credentials are tried once more before the line
  /// pauses.
  private DeliveryResult deliver(OutboundMessage message) throws InterruptedException {
    if (message.progress().heard().blocked())
      return new DeliveryResult.Unreachable("the contact has blocked us on " + line());
    if (message.progress().heard().elsewhere() && !(message.author() instanceof Author.Agent))
      return new DeliveryResult.Invalid("somebody answers in the inbox of " + line());
    if (message.content().filled() != null && adapter.templates() == Templates.Readiness.NONE)
      return new DeliveryResult.Invalid(line() + " takes no templates");
    var result = adapter.deliver(message);
    return result instanceof DeliveryResult.Unauthorized ? adapter.deliver(message) : result;
  }

  private void settle(Delivery delivery, DeliveryResult result) {
    var now = clockwork.clock.instant();
    switch (result) {
      case DeliveryResult.Accepted(var externalId) -> {
        answers();
        deliveries.sent(delivery, externalId, now);
      }
      case DeliveryResult.Retry(var at, var reason) -> {
        trouble.updateAndGet(one -> new Trouble(one == null ? now : one.since, reason));
        again(delivery, at, result);
      }
      case DeliveryResult.Slowed(var until, _) -> {
        answers();
        slowed.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
        again(delivery, until, result);
      }
      case DeliveryResult.Partly(int parts, var rest) -> settle(delivery.having(parts), rest);
      case DeliveryResult.Ambiguous _ -> fail(delivery, result);
      case DeliveryResult.WindowClosed _,
          DeliveryResult.OptedOut _,
          DeliveryResult.Unreachable _,
          DeliveryResult.Invalid _ -> {
        answers();
        fail(delivery, result);
      }
      case DeliveryResult.Unauthorized(var reason) -> {
        paused.updateAndGet(one -> one == null ? Pause.of(reason, now) : one.because(reason));
        deliveries.postpone(delivery, now);
      }
    }
  }

  /// Whatever it says, it knows us. What we refuse ourselves counts too: the next message tells.
  private void answers() {
    paused.set(null);
    trouble.set(null);
  }

  private void again(Delivery delivery, Instant hint, DeliveryResult result) {
    if (clockwork.policy.exhausted(delivery.attempt())) {
      fail(delivery, result);
      return;
    }
    var random = ThreadLocalRandom.current().nextDouble();
    var ours = clockwork.clock.instant().plus(clockwork.policy.pause(delivery.attempt(), random));
    deliveries.postpone(delivery, hint.isAfter(ours) ? hint : ours);
  }

  private void fail(Delivery delivery, DeliveryResult result) {
    var why = result.failure();
    var failed =
        new ConversationEvent.SendFailed(
            delivery.seq(), why.kind(), why.reason(), clockwork.clock.instant());
    var settling = new Append.Condition.Settling(Owed.Kind.DELIVERY, delivery.seq());
    log.append(new Append(delivery.conversation(), settling, List.of(failed)));
  }

  private Optional<OutboundMessage> message(Delivery delivery) {
    var conversation = conversations.find(delivery.conversation()).orElseThrow();
    var sent = said(delivery);
    var heard = hearing.on(delivery.line(), conversation);
    return conversations
        .contact(conversation.contact())
        .flatMap(contact -> address(contact, heard))
        .map(recipient ->
            new OutboundMessage(
                delivery.conversation(),
                delivery.seq(),
                recipient,
                sent.author(),
                sent.content(),
                new OutboundMessage.Progress(delivery.parts(), heard, delivery.attempt() > 1)));
  }

  /// A message, or several as one.
  private Message said(Delivery delivery) {
    var place = log.read(delivery.conversation(), delivery.seq() - 1, 1).getFirst();
    return switch (place.event()) {
      case ConversationEvent.MessageSent(var sent, _) -> sent;
      case ConversationEvent.Forwarded forwarded -> {
        int length = (int) (forwarded.upTo() - forwarded.from()) + 1;
        yield together(log.read(delivery.conversation(), forwarded.from() - 1, length));
      }
      default ->
          throw new IllegalStateException(
              "place " + delivery.seq() + " is no sent message: " + place.event());
    };
  }

  private static Message together(List<Recorded> places) {
    var texts = new ArrayList<String>();
    var files = new ArrayList<Attachment>();
    Message last = null;
    for (var place : places)
      if (place.event() instanceof ConversationEvent.MessageSent(var sent, _)
          && sent.author() instanceof Author.Agent) {
        if (!sent.content().text().isBlank()) texts.add(sent.content().text());
        files.addAll(sent.content().attachments());
        last = sent;
      }
    if (last == null) throw new IllegalStateException("nothing to forward in " + places);
    var content = Content.text(String.join("\n\n", texts)).with(files);
    return new Message(last.author(), last.line(), content, last.key());
  }

  /// Where they last wrote, unless the platform would rather have another.
  private Optional<String> address(Contact contact, Heard heard) {
    var addresses =
        contact.points().stream()
            .filter(point -> point.line().equals(adapter.line()))
            .map(Contact.Point::externalId)
            .collect(Collectors.toCollection(ArrayList::new));
    heard
        .address(contact, adapter.line())
        .map(Contact.Point::externalId)
        .ifPresent(last -> {
          addresses.remove(last);
          addresses.add(last);
        });
    return addresses.isEmpty() ? Optional.empty() : Optional.of(adapter.recipient(addresses));
  }
}
