package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Union;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Change;
import io.direktdraht.conversation.log.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one transaction has read and what it will write. Filled by reads, changed by members in
/// order, written at the end; itself without I/O.
final class Working {
  /// Where a key's first append or message went.
  record Place(ConversationId conversation, long seq) {}

  /// Who has an address, and their newest conversation.
  record Holder(ContactId contact, @Nullable ConversationId latest) {}

  record NewContact(ContactId id, Contact.Point point, Instant since) {}

  record DetailChange(ContactId contact, Contact.Detail detail, String value) {}

  /// An address that becomes a contact's.
  record Brought(Join join, Contact.Point point, ContactId contact) {}

  record United(Join join, Union union) {}

  /// What goes back to whom: a new contact when nobody had the address before.
  record Parting(JoinId join, ContactId kept, ContactId gone, boolean fresh) {}

  private static final Comparator<Owed> BY_PLACE =
      Comparator.comparing(Owed::kind)
          .thenComparing(Owed::conversation)
          .thenComparingLong(Owed::seq);

  final Map<Append.Key, Place> keys = new HashMap<>();
  final Map<Contact.Point, Holder> holders = new HashMap<>();
  final Map<ConversationId, Conversation> conversations = new HashMap<>();
  final Set<Owed> owed = new TreeSet<>(BY_PLACE);

  /// The shop's names for the contacts of a join.
  final Set<Contact.Point> shop = new HashSet<>();

  final List<Brought> brought = new ArrayList<>();
  @Nullable United united;
  @Nullable Parting parting;
  @Nullable Instant parted;

  private final Set<ConversationId> opened = new LinkedHashSet<>();
  private final Map<ConversationId, Change> lastChange = new LinkedHashMap<>();
  final List<NewContact> newContacts = new ArrayList<>();
  final Map<Append.Key, Place> newKeys = new LinkedHashMap<>();
  final List<Change> changes = new ArrayList<>();
  final Set<Owed> newlyOwed = new TreeSet<>(BY_PLACE);
  final Set<Owed> settled = new TreeSet<>(BY_PLACE);

  Optional<Place> earlier(Append.Key key) {
    return Optional.ofNullable(keys.get(key));
  }

  Holder holder(Contact.Point point, Instant now) {
    return holders.computeIfAbsent(
        point,
        _ -> {
          var id = ContactId.next(now);
          newContacts.add(new NewContact(id, point, now));
          return new Holder(id, null);
        });
  }

  /// The holder's newest conversation as this transaction knows it.
  @Nullable Conversation latest(Holder holder) {
    return holder.latest() == null ? null : conversations.get(holder.latest());
  }

  void open(Conversation conversation, Contact.Point point) {
    opened.add(conversation.id());
    conversations.put(conversation.id(), conversation);
    holders.put(point, new Holder(conversation.contact(), conversation.id()));
  }

  void bring(Join join, Contact.Point point, Holder holder) {
    brought.add(new Brought(join, point, holder.contact()));
  }

  void unite(Join join, Union union) {
    united = new United(join, union);
  }

  void part(Parting what, Instant at) {
    parting = what;
    parted = at;
  }

  boolean owes(ConversationId conversation, Change.Settled settled) {
    return owed.stream()
        .anyMatch(work -> work.conversation().equals(conversation) && settled.covers(work));
  }

  void apply(Change change, Append.@Nullable Key key) {
    var now = change.after();
    conversations.put(now.id(), now);
    changes.add(change);
    lastChange.put(now.id(), change);
    for (var done : change.settles()) settle(now.id(), done);
    owed.addAll(change.owes());
    newlyOwed.addAll(change.owes());
    if (key == null) return;
    var place = new Place(now.id(), now.lastSeq());
    keys.put(key, place);
    newKeys.put(key, place);
  }

  List<Conversation> created() {
    return opened.stream().map(this::now).toList();
  }

  List<Conversation> moved() {
    return lastChange.keySet().stream()
        .filter(id -> !opened.contains(id))
        .map(this::now)
        .sorted(Comparator.comparing(Conversation::id))
        .toList();
  }

  List<DetailChange> details() {
    var details = new ArrayList<DetailChange>();
    for (var change : changes)
      for (var recorded : change.recorded())
        if (recorded.event() instanceof ConversationEvent.DetailGiven(var detail, var value, _))
          details.add(new DetailChange(change.after().contact(), detail, value));
    return details;
  }

  Collection<Change> changes() {
    return changes;
  }

  private Conversation now(ConversationId id) {
    return Optional.ofNullable(conversations.get(id)).orElseThrow();
  }

  private void settle(ConversationId conversation, Change.Settled done) {
    var finished =
        owed.stream()
            .filter(work -> work.conversation().equals(conversation) && done.covers(work))
            .toList();
    for (var work : finished) {
      owed.remove(work);
      if (!newlyOwed.remove(work)) settled.add(work);
    }
  }
}
