package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.join.Union;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins in memory, for tests, over the log in memory.
public final class MemoryJoining implements Joining {
  private static final int ALL = Integer.MAX_VALUE;
  private final MemoryLog log;
  private final Map<JoinId, Moved> moved = new HashMap<>();

  /// `gone` is null for an address that nobody had.
  private record Moved(
      ContactId kept,
      @Nullable ContactId gone,
      List<Contact.Point> points,
      Set<ConversationId> conversations) {}

  public MemoryJoining(MemoryLog log) {
    this.log = log;
  }

  @Override
  public Joined join(Join join) {
    synchronized (log) {
      var one = log.contact(join.one());
      var other = log.contact(join.other());
      if (one.isEmpty() && other.isEmpty()) {
        var id = ContactId.next(join.at());
        var fresh = new Contact(id, Contact.Details.NONE, List.of(join.one()), join.at());
        return bring(join, join.other(), fresh);
      }
      if (one.isEmpty()) return bring(join, join.one(), other.orElseThrow());
      if (other.isEmpty()) return bring(join, join.other(), one.get());
      return unite(join, one.get(), other.get());
    }
  }

  @Override
  public boolean part(JoinId join, Instant at) {
    synchronized (log) {
      var back = moved.remove(join);
      if (back == null) return false;
      var kept = log.contact(back.kept).orElseThrow();
      if (!kept.points().containsAll(back.points)) return false;
      var open = open(kept.id());
      var gone = back.gone == null ? ContactId.next(at) : back.gone;
      var details = log.contact(gone).map(Contact::details).orElse(Contact.Details.NONE);
      log.put(new Contact(gone, details, back.points, at));
      log.put(with(kept, kept.points().stream().filter(p -> !back.points.contains(p)).toList()));
      log.give(back.conversations, gone);
      for (var conversation : open)
        log.tell(
            log.find(conversation.id()).orElseThrow(),
            List.of(new ConversationEvent.ContactParted(join, at)));
      return true;
    }
  }

  private Joined bring(Join join, Contact.Point point, Contact contact) {
    if (Union.different(Stream.concat(contact.points().stream(), Stream.of(point))))
      return new Joined.Different();
    log.put(with(contact, plus(contact.points(), List.of(point))));
    moved.put(join.id(), new Moved(contact.id(), null, List.of(point), Set.of()));
    for (var conversation : open(contact.id()))
      log.tell(conversation, List.of(Union.joined(join, point.line())));
    return new Joined.Done(contact.id());
  }

  private Joined unite(Join join, Contact one, Contact other) {
    if (one.id().equals(other.id())) return new Joined.Already(one.id());
    if (Union.different(Stream.of(one, other).flatMap(contact -> contact.points().stream())))
      return new Joined.Different();
    var union = Union.of(join, side(one), side(other));
    var kept = union.kept().equals(one.id()) ? one : other;
    var gone = kept.equals(one) ? other : one;
    var theirs = log.of(gone.id(), ALL).stream().map(Conversation::id).collect(Collectors.toSet());
    moved.put(join.id(), new Moved(kept.id(), gone.id(), gone.points(), theirs));
    log.give(theirs, kept.id());
    log.put(
        new Contact(
            kept.id(),
            filled(kept.details(), gone.details()),
            plus(kept.points(), gone.points()),
            kept.since()));
    log.put(with(gone, List.of()));
    for (var told : union.told()) log.tell(told.conversation(), told.events());
    return new Joined.Done(kept.id());
  }

  private Union.Side side(Contact contact) {
    var open = open(contact.id());
    var latest = open.isEmpty() ? log.of(contact.id(), 1) : open;
    return new Union.Side(contact.id(), latest.isEmpty() ? null : latest.getFirst());
  }

  private List<Conversation> open(ContactId contact) {
    return log.of(contact, ALL).stream().filter(Conversation::open).toList();
  }

  private static Contact.Details filled(Contact.Details kept, Contact.Details gone) {
    return new Contact.Details(
        kept.name() == null ? gone.name() : kept.name(),
        kept.email() == null ? gone.email() : kept.email(),
        kept.phone() == null ? gone.phone() : kept.phone(),
        kept.language() == null ? gone.language() : kept.language());
  }

  private static Contact with(Contact contact, List<Contact.Point> points) {
    return new Contact(contact.id(), contact.details(), points, contact.since());
  }

  private static List<Contact.Point> plus(List<Contact.Point> some, List<Contact.Point> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
