package io.direktdraht.channel.platform.door;

import io.direktdraht.channel.platform.Occurrence;
import io.direktdraht.channel.render.Reference;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import io.direktdraht.conversation.outbox.Deliveries.Place;
import io.direktdraht.conversation.outbox.DeliveryResult;
import io.direktdraht.conversation.signal.Signal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Brings what one line's platform tells about our messages, and about who can be reached, into the
/// log.
final class Receipts {
  private static final int LOOK_AHEAD = 100;

  /// A platform stamps a message before its answer is with us.
  private static final Duration ANSWERING = Duration.ofSeconds(1);

  private final Line line;
  private final OurWords ours;
  private final PlatformPorts ports;
  private final InstantSource clock;

  Receipts(Line line, OurWords ours, PlatformPorts ports, InstantSource clock) {
    this.line = line;
    this.ours = ours;
    this.ports = ports;
    this.clock = clock;
  }

  /// Delivered is what reached the contact to its last part.
  void reached(Reference message, boolean read) {
    if (message.index() > 0 || ours.at(message).isEmpty()) return;
    if (shownAsFailed(message)) confirm(message);
    moved(new Place(message.conversation(), message.seq()), read);
  }

  /// Ids of others, and of all parts but the last, are not known.
  void reached(String id, boolean read) {
    ports.deliveries().named(line.id(), id).ifPresent(place -> moved(place, read));
  }

  void reached(Occurrence.ReachedUntil told) {
    ports
        .conversations()
        .latest(line.id(), told.contact())
        .flatMap(conversation ->
            ports.deliveries().latest(conversation.id(), line.id(), told.time().plus(ANSWERING)))
        .ifPresent(place -> moved(place, told.read()));
  }

  private void moved(Place place, boolean read) {
    var id = place.conversation();
    var cursor = new Cursor(place.seq(), read ? place.seq() : 0);
    var moved = ports.cursors().advance(id, Side.CONTACT, cursor);
    ports.signals().publish(new Signal.CursorMoved(id, Side.CONTACT, moved));
  }

  /// It has the last part: whatever was in doubt is not.
  void accepted(Reference message) {
    if (message.index() == 0 && ours.at(message).isPresent() && shownAsFailed(message))
      confirm(message);
  }

  void failed(Reference message, DeliveryResult why) {
    if (ours.at(message).isEmpty()) return;
    var failure = why.failure();
    var event =
        new ConversationEvent.SendFailed(
            message.seq(), failure.kind(), failure.reason(), clock.instant());
    append(message.conversation(), event, "failed", message.text());
  }

  /// Who never wrote is not known, and nobody writes to them.
  void reach(Occurrence.Reach change) {
    reach(change.contact(), change.key(), change.reachable());
  }

  /// It holds for who never wrote, too.
  void optOut(Occurrence.OptOut change) {
    var who = new Contact.Point(line.id(), change.contact());
    ports.optOuts().change(who, change.out(), clock.instant());
    reach(change.contact(), change.key(), !change.out());
  }

  /// They can be reached all the same, whenever they write.
  void answersOnly(Occurrence.AnswersOnly change) {
    var who = new Contact.Point(line.id(), change.contact());
    ports.optOuts().change(who, change.only(), clock.instant());
  }

  private void reach(String contact, String key, boolean reachable) {
    ports
        .conversations()
        .latest(line.id(), contact)
        .ifPresent(seen -> {
          var event = new ConversationEvent.ReachChanged(line.id(), reachable, clock.instant());
          append(seen.id(), event, "reach", key);
        });
  }

  /// A time-out, or a failure on one of several devices, was not the last word.
  private void confirm(Reference message) {
    var event = new ConversationEvent.SendConfirmed(message.seq(), clock.instant());
    append(message.conversation(), event, "confirmed", message.text());
  }

  private void append(ConversationId to, ConversationEvent event, String kind, String id) {
    var key = new Append.Key(line.id() + ":" + kind, id);
    ports.log().append(new Append(to, new Append.Condition.Always(), List.of(event), key));
  }

  private boolean shownAsFailed(Reference message) {
    return ports.log().read(message.conversation(), message.seq(), LOOK_AHEAD).stream()
        .anyMatch(recorded ->
            recorded.event() instanceof ConversationEvent.SendFailed failed
                && failed.message() == message.seq());
  }
}
