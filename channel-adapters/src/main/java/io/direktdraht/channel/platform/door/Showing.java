package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Gestures;
import io.direktdraht.channel.platform.Gestures.Gesture;
import io.direktdraht.channel.platform.Gestures.Newest;
import io.direktdraht.channel.platform.Sender;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent.MessageReceived;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.log.LogUnavailable;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Shows contacts on platforms that somebody writes to them, and that they were read. A courtesy:
/// each is tried once, on a thread of its own, and nothing waits for it.
public final class Showing implements AutoCloseable {
  /// Nobody is shown anything about what they wrote longer ago: platforms close their windows.
  private static final Duration YOUNG = Duration.ofHours(24);

  /// Where nothing can be shown, that is looked up again after this.
  private static final Duration NOTHING = Duration.ofSeconds(20);

  private static final int LOOK_BACK = 50;
  private static final int REMEMBERED = 10_000;
  private final PlatformPorts ports;
  private final Function<Line.Id, Optional<Sender>> senders;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Executor threads;
  private final Signals.Subscription subscription;

  /// Until when a conversation needs no more of it.
  private final Map<ConversationId, Instant> writing = new Remembered<>();

  /// Up to which place a conversation was shown as read.
  private final Map<ConversationId, Long> read = new Remembered<>();

  private static final class Remembered<T> extends LinkedHashMap<ConversationId, T> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<ConversationId, T> eldest) {
      return size() > REMEMBERED;
    }
  }

  /// Where things are shown, and by what.
  public record Around(
      Function<Line.Id, Optional<Sender>> senders, InstantSource clock, MeterRegistry meters) {}

  public Showing(PlatformPorts ports, Around around, Executor threads) {
    this.ports = ports;
    this.senders = around.senders;
    this.clock = around.clock;
    this.meters = around.meters;
    this.threads = threads;
    this.subscription = ports.signals().subscribe(this::on);
  }

  private void on(Signal signal) {
    switch (signal) {
      case Signal.Typing(_, Author.Contact(), _) -> {}
      case Signal.Typing(var id, _, boolean active) -> {
        if (active && silent(id)) threads.execute(() -> attempt(id, Gesture.WRITES, 0));
      }
      case Signal.CursorMoved(var id, var side, var cursor) -> {
        if (side == Side.TEAM && !known(id, cursor.read()))
          threads.execute(() -> attempt(id, Gesture.READ, cursor.read()));
      }
      case Signal.Committed(_, var recorded, _) -> recorded.forEach(this::taken);
      case Signal.FromAfar _, Signal.Presence _, Signal.DeskChanged _ -> {}
    }
  }

  private void taken(Recorded one) {
    if (!(one.event() instanceof MessageReceived(var message, _))) return;
    var from = message.from();
    var key = message.key();
    if (message.content().payload() == null || from == null || key == null) return;
    var pressed = new Newest(from, key, message.content().echo());
    gestures(message.line(), Gesture.PRESSED)
        .ifPresent(platform -> threads.execute(() -> taken(platform, pressed)));
  }

  private void taken(Gestures platform, Newest pressed) {
    try {
      count(Gesture.PRESSED, platform.call().show(Gesture.PRESSED, pressed));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Gestures> gestures(Line.Id line, Gesture gesture) {
    return senders
        .apply(line)
        .flatMap(Sender::gestures)
        .filter(platform -> platform.known().contains(gesture));
  }

  private synchronized boolean silent(ConversationId id) {
    var now = clock.instant();
    var until = writing.get(id);
    if (until != null && now.isBefore(until)) return false;
    writing.put(id, now.plus(NOTHING)); // until it is known how long it lasts
    return true;
  }

  private synchronized boolean known(ConversationId id, long upTo) {
    return read.getOrDefault(id, 0L) >= upTo;
  }

  private void attempt(ConversationId id, Gesture gesture, long upTo) {
    try {
      var conversation = ports.conversations().find(id).orElse(null);
      if (conversation == null) return;
      var gestures = gestures(conversation.line(), gesture);
      if (gestures.isPresent()) show(conversation, gestures.get(), gesture, upTo);
    } catch (LogUnavailable outage) {
      count(gesture, "no database");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(Conversation conversation, Gestures gestures, Gesture gesture, long upTo)
      throws InterruptedException {
    var newest = newest(conversation);
    if (newest.isEmpty() || !due(conversation.id(), gestures, gesture, newest.get(), upTo)) return;
    count(gesture, gestures.call().show(gesture, newest.get().to));
  }

  /// The newest thing that the contact did where answers go, its place and moment.
  private record Place(long seq, Newest to, Instant at) {}

  private Optional<Place> newest(Conversation conversation) {
    var young = clock.instant().minus(YOUNG);
    return ports
        .log()
        .backwards(conversation)
        .limit(LOOK_BACK)
        .flatMap(recorded -> place(recorded, conversation.line()).stream())
        .findFirst()
        .filter(place -> !place.at.isBefore(young));
  }

  private static Optional<Place> place(Recorded recorded, Line.Id line) {
    return recorded.event() instanceof MessageReceived(var message, var at)
            && message.line().equals(line)
            && message.from() != null
            && message.key() != null
        ? Optional.of(
            new Place(
                recorded.seq(),
                new Newest(message.from(), message.key(), message.content().echo()),
                at))
        : Optional.empty();
  }

  /// Remembers what is shown now.
  private synchronized boolean due(
      ConversationId id, Gestures gestures, Gesture gesture, Place newest, long upTo) {
    return switch (gesture) {
      case WRITES -> {
        // A little earlier than it ends, so that there is no gap.
        var until = clock.instant().plus(gestures.lasts().multipliedBy(4).dividedBy(5));
        writing.put(id, until);
        yield true;
      }
      case PRESSED -> true;
      case READ -> {
        boolean news = newest.seq <= upTo && read.getOrDefault(id, 0L) < newest.seq;
        if (news) read.put(id, upTo);
        yield news;
      }
    };
  }

  private void count(Gesture gesture, DeliveryResult result) {
    boolean taken = result instanceof DeliveryResult.Accepted;
    count(gesture, taken ? "taken" : result.failure().kind());
  }

  private void count(Gesture gesture, String what) {
    meters
        .counter(
            "direktdraht.gestures",
            "gesture",
            gesture.name().toLowerCase(Locale.ROOT),
            "what",
            what)
        .increment();
  }

  @Override
  public void close() {
    subscription.close();
  }
}
