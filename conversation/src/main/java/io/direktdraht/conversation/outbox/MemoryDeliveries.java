package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.MemoryLog;
import io.direktdraht.conversation.log.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The outbox's queue in memory, for tests, over the deliveries that a {@link MemoryLog} owes.
public final class MemoryDeliveries implements Deliveries {
  private final MemoryLog log;
  private final Map<List<Object>, State> states = new HashMap<>();

  private record State(int attempt, int parts, Instant due, @Nullable Instant leasedUntil) {}

  private final List<Sent> sent = new ArrayList<>();

  private record Sent(Place place, Line.Id line, String externalId, Instant at) {}

  public MemoryDeliveries(MemoryLog log) {
    this.log = log;
  }

  @Override
  public synchronized List<Delivery> lease(Line.Id line, Instant now, Instant until, int limit) {
    var taken = new ArrayList<Delivery>();
    for (var conversation : log.conversations(Owed.Kind.DELIVERY, Integer.MAX_VALUE)) {
      var first =
          log.places(Owed.Kind.DELIVERY, conversation).stream()
              .filter(place -> line(log, conversation, place).equals(line))
              .findFirst();
      if (first.isEmpty()) continue;
      long seq = first.get();
      var state = state(conversation, seq);
      var leased = state.leasedUntil();
      if (taken.size() == limit
          || state.due().isAfter(now)
          || (leased != null && leased.isAfter(now))) continue;
      int attempt = state.attempt() + 1;
      states.put(List.of(conversation, seq), new State(attempt, state.parts(), state.due(), until));
      taken.add(new Delivery(conversation, seq, line, attempt, leased != null, state.parts()));
    }
    return taken;
  }

  @Override
  public synchronized boolean sent(Delivery delivery, String externalId, Instant at) {
    if (!held(delivery)) return false;
    states.remove(List.of(delivery.conversation(), delivery.seq()));
    var place = new Place(delivery.conversation(), delivery.seq());
    sent.add(new Sent(place, delivery.line(), externalId, at));
    log.delivered(delivery.conversation(), delivery.seq());
    return true;
  }

  @Override
  public synchronized boolean postpone(Delivery delivery, Instant at) {
    if (!held(delivery)) return false;
    states.put(
        List.of(delivery.conversation(), delivery.seq()),
        new State(delivery.attempt(), delivery.parts(), at, null));
    return true;
  }

  @Override
  public synchronized int owed(Line.Id line) {
    return (int)
        log.conversations(Owed.Kind.DELIVERY, Integer.MAX_VALUE).stream()
            .flatMap(conversation ->
                log.places(Owed.Kind.DELIVERY, conversation).stream()
                    .filter(seq -> line(log, conversation, seq).equals(line)))
            .count();
  }

  @Override
  public synchronized Optional<Place> named(Line.Id line, String externalId) {
    return sent.stream()
        .filter(one -> one.line.equals(line) && one.externalId.equals(externalId))
        .map(Sent::place)
        .findFirst();
  }

  @Override
  public synchronized Optional<Place> latest(
      ConversationId conversation, Line.Id line, Instant until) {
    return sent.stream()
        .filter(one -> one.line.equals(line) && !one.at.isAfter(until))
        .map(Sent::place)
        .filter(place -> place.conversation().equals(conversation))
        .max(Comparator.comparingLong(Place::seq));
  }

  private boolean held(Delivery delivery) {
    var state = state(delivery.conversation(), delivery.seq());
    return state.attempt() == delivery.attempt() && state.leasedUntil() != null;
  }

  private State state(ConversationId conversation, long seq) {
    return states.getOrDefault(List.of(conversation, seq), new State(0, 0, Instant.EPOCH, null));
  }

  private static Line.Id line(ConversationLog log, ConversationId conversation, long seq) {
    return switch (log.read(conversation, seq - 1, 1).getFirst().event()) {
      case ConversationEvent.MessageSent(var message, _) -> message.line();
      case ConversationEvent.Forwarded forwarded -> forwarded.line();
      default -> throw new IllegalStateException("no sent message at place " + seq);
    };
  }
}
