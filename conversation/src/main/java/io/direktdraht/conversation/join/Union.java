package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What becomes of two contacts who are one. Pure; every driver of the log writes exactly this.
///
/// `kept` is who stays, the elder one; everything of `gone` becomes theirs. `told` is in the order
/// of writing: what ends comes first. `latest` is the conversation that goes on, or the newest.
public record Union(
    ContactId kept, ContactId gone, List<Told> told, @Nullable ConversationId latest) {

  /// The line on which a point is the shop's own name for a customer.
  public static final Line.Id SHOP = new Line.Id("shop");

  /// Whoever a person cares for goes on there, then whoever was promised one, then whoever waits:
  /// the soonest due, the longest waiting, the elder.
  private static final Comparator<Conversation> FIRST =
      Comparator.comparingInt((Conversation conversation) -> rank(conversation.stage()))
          .thenComparing(Union::since)
          .thenComparing(Conversation::id);

  /// Events for a conversation, which belongs to the kept contact already.
  public record Told(Conversation conversation, List<ConversationEvent> events) {}

  /// A contact and the conversation that a new message of theirs would find.
  public record Side(ContactId contact, @Nullable Conversation latest) {
    private Optional<Conversation> open() {
      return Optional.ofNullable(latest).filter(Conversation::open);
    }
  }

  public Union {
    told = List.copyOf(told);
  }

  public static Union of(Join join, Side one, Side other) {
    var sides = Stream.of(one, other).sorted(Comparator.comparing(Side::contact)).toList();
    var kept = sides.getFirst().contact;
    var open =
        sides.stream()
            .flatMap(side -> side.open().stream())
            .map(conversation -> conversation.of(kept))
            .sorted(FIRST)
            .toList();
    var told = new ArrayList<Told>();
    if (open.size() == 2)
      told.add(new Told(open.getLast(), ending(open.getLast(), open.getFirst(), join)));
    var merged = open.size() == 2 ? open.getLast().id() : null;
    if (!open.isEmpty())
      told.add(new Told(open.getFirst(), List.of(joined(join, join.other().line(), merged))));
    return new Union(kept, sides.getLast().contact, told, latest(open, sides));
  }

  /// An address that had no contact yet.
  public static ConversationEvent joined(Join join, Line.Id line) {
    return joined(join, line, null);
  }

  /// Whether the shop says that two contacts with these addresses are two.
  public static boolean different(Stream<Contact.Point> points) {
    return points.filter(point -> point.line().equals(SHOP)).distinct().count() > 1;
  }

  private static ConversationEvent joined(
      Join join, Line.Id line, @Nullable ConversationId merged) {
    return new ConversationEvent.ContactJoined(
        join.id(), line, join.proof(), join.by(), merged, join.at());
  }

  /// Whoever is with a person has what they were promised; otherwise the sooner promise goes on.
  private static List<ConversationEvent> ending(
      Conversation ending, Conversation goingOn, Join join) {
    var events = new ArrayList<ConversationEvent>();
    if (goingOn.stage() instanceof Stage.WithAgent)
      ending
          .stage()
          .openPromise()
          .ifPresent(
              open -> events.add(new ConversationEvent.PromiseKept(open.promise(), join.at())));
    events.add(new ConversationEvent.Resolved(Outcome.MERGED_INTO, join.by(), join.at()));
    return events;
  }

  private static @Nullable ConversationId latest(List<Conversation> open, List<Side> sides) {
    if (!open.isEmpty()) return open.getFirst().id();
    return sides.stream()
        .flatMap(side -> Optional.ofNullable(side.latest).stream())
        .map(Conversation::id)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static int rank(Stage stage) {
    return switch (stage) {
      case Stage.WithAgent _ -> 0;
      case Stage.Promised _ -> 1;
      case Stage.Waiting _ -> 2;
      case Stage.WithBot(), Stage.Resolved _ -> 3;
    };
  }

  private static Instant since(Conversation conversation) {
    return switch (conversation.stage()) {
      case Stage.Promised promised -> promised.due();
      case Stage.Waiting(_, var since) -> since;
      case Stage.WithAgent _, Stage.WithBot(), Stage.Resolved _ -> conversation.openedAt();
    };
  }
}
