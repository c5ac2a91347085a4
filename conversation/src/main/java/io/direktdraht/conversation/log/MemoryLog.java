package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.signal.Signal;
import io.direktdraht.conversation.signal.Signals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The log in memory, for tests: the same ports, the same contracts, nothing survives the process.
public final class MemoryLog implements Intake, ConversationLog, Conversations, OwedWork {
  private final Lines lines;
  private final IntakeRules rules;
  private final Signals signals;
  private final Map<ConversationId, Conversation> conversations = new LinkedHashMap<>();
  private final Map<ConversationId, List<Recorded>> events = new LinkedHashMap<>();
  private final Map<ContactId, Contact> contacts = new LinkedHashMap<>();
  private final Map<Append.Key, Place> keys = new LinkedHashMap<>();
  private final TreeSet<Owed> owed =
      new TreeSet<>(
          Comparator.comparing(Owed::conversation)
              .thenComparingLong(Owed::seq)
              .thenComparing(Owed::kind));

  private record Place(ConversationId conversation, long seq) {}

  public MemoryLog(Lines lines, IntakeRules rules, Signals signals) {
    this.lines = lines;
    this.rules = rules;
    this.signals = signals;
  }

  @Override
  public Admission receive(Inbound inbound) {
    Change change;
    synchronized (this) {
      var key = new Append.Key(inbound.line().value(), inbound.key());
      var earlier = keys.get(key);
      if (earlier != null)
        return new Admission(find(earlier.conversation).orElseThrow(), earlier.seq, true);
      var latest = latest(inbound.line(), inbound.sender()).orElse(null);
      var conversation =
          latest != null && rules.continues(latest, inbound) ? latest : opened(inbound);
      change = Change.of(conversation, rules.events(conversation, inbound), lines);
      write(change);
      keys.put(key, new Place(conversation.id(), change.after().lastSeq()));
    }
    publish(change);
    return new Admission(change.after(), change.after().lastSeq(), false);
  }

  @Override
  public Appended append(Append append) {
    Change change;
    synchronized (this) {
      var earlier = append.key() == null ? null : keys.get(append.key());
      if (earlier != null) return new Appended.Repeated(earlier.seq);
      var now = conversations.get(append.conversation());
      if (now == null) return new Appended.Refused(Appended.Refusal.UNKNOWN_CONVERSATION);
      var refusal =
          append.refusal(now, append.settles().filter(s -> owes(now.id(), s)).isPresent());
      if (refusal.isPresent()) return new Appended.Refused(refusal.get());
      change = Change.of(now, append, lines);
      write(change);
      if (append.key() != null)
        keys.put(append.key(), new Place(now.id(), change.after().lastSeq()));
    }
    publish(change);
    return new Appended.Done(change.after(), change.recorded());
  }

  @Override
  public synchronized List<Recorded> read(ConversationId conversation, long after, int limit) {
    return events.getOrDefault(conversation, List.of()).stream()
        .filter(recorded -> recorded.seq() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Recorded> received(Line.Id line, String key) {
    return Optional.ofNullable(keys.get(new Append.Key(line.value(), key)))
        .map(place -> read(place.conversation, place.seq - 1, 1).getFirst());
  }

  @Override
  public synchronized Optional<Conversation> find(ConversationId id) {
    return Optional.ofNullable(conversations.get(id));
  }

  @Override
  public synchronized Optional<Conversation> latest(Line.Id line, String sender) {
    return contact(new Contact.Point(line, sender))
        .map(contact -> of(contact.id(), Integer.MAX_VALUE))
        .flatMap(all ->
            all.stream().filter(Conversation::open).findFirst().or(() -> all.stream().findFirst()));
  }

  @Override
  public synchronized List<Conversation> of(ContactId contact, int limit) {
    return conversations.values().stream()
        .filter(conversation -> conversation.contact().equals(contact))
        .sorted(Comparator.comparing(Conversation::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Conversation> inStage(Stage.Kind stage, int limit) {
    return conversations.values().stream()
        .filter(conversation -> conversation.stage().kind() == stage)
        .sorted(
            switch (stage) {
              case WAITING, PROMISED -> Comparator.comparing(Conversations::orderedBy);
              case WITH_BOT, WITH_AGENT, RESOLVED ->
                  Comparator.comparing(Conversations::orderedBy).reversed();
            })
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Conversation> idle(
      Stage.Kind stage, Instant before, @Nullable Conversation after, int limit) {
    var order =
        Comparator.comparing(Conversations::orderedBy)
            .thenComparing(conversation -> conversation.id().value());
    return conversations.values().stream()
        .filter(conversation -> conversation.stage().kind() == stage)
        .filter(conversation -> Conversations.orderedBy(conversation).isBefore(before))
        .filter(conversation -> after == null || order.compare(conversation, after) > 0)
        .sorted(order)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Contact> contact(ContactId id) {
    return Optional.ofNullable(contacts.get(id));
  }

  @Override
  public synchronized List<ConversationId> conversations(Owed.Kind kind, int limit) {
    return owed.stream()
        .filter(work -> work.kind() == kind)
        .map(Owed::conversation)
        .distinct()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Long> places(Owed.Kind kind, ConversationId conversation) {
    return owed.stream()
        .filter(work -> work.kind() == kind && work.conversation().equals(conversation))
        .map(Owed::seq)
        .toList();
  }

  /// For the memory driver of the outbox: this delivery is no longer owed.
  public synchronized void delivered(ConversationId conversation, long seq) {
    owed.removeIf(work ->
        work.kind() == Owed.Kind.DELIVERY
            && work.conversation().equals(conversation)
            && work.seq() == seq);
  }

  /// For the memory driver of the attachments: where messages refer to this one.
  public synchronized Set<ConversationId> referring(Attachment.Id id) {
    return events.entrySet().stream()
        .filter(entry ->
            entry.getValue().stream()
                .flatMap(recorded -> recorded.event().attachments().stream())
                .anyMatch(attachment -> attachment.id().equals(id)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean owes(ConversationId conversation, Change.Settled settled) {
    return owed.stream()
        .anyMatch(work -> work.conversation().equals(conversation) && settled.covers(work));
  }

  private Conversation opened(Inbound inbound) {
    var contact =
        contact(new Contact.Point(inbound.line(), inbound.sender()))
            .orElseGet(() -> newContact(inbound));
    return Conversation.opened(
        ConversationId.next(inbound.at()), contact.id(), inbound.line(), inbound.at());
  }

  @Override
  public synchronized Optional<Contact> contact(Contact.Point point) {
    return contacts.values().stream()
        .filter(contact -> contact.points().contains(point))
        .findFirst();
  }

  private Contact newContact(Inbound inbound) {
    var point = new Contact.Point(inbound.line(), inbound.sender());
    var contact =
        new Contact(
            ContactId.next(inbound.at()), Contact.Details.NONE, List.of(point), inbound.at());
    contacts.put(contact.id(), contact);
    return contact;
  }

  /// For joins: this contact as it is now, or gone when it has no address left.
  synchronized void put(Contact contact) {
    contacts.put(contact.id(), contact);
  }

  /// For joins: conversations of one contact become another's.
  synchronized void give(Set<ConversationId> ids, ContactId to) {
    for (var id : ids) conversations.computeIfPresent(id, (_, one) -> one.of(to));
  }

  void tell(Conversation conversation, List<ConversationEvent> told) {
    Change change;
    synchronized (this) {
      change = Change.of(conversation, told, lines);
      write(change);
    }
    publish(change);
  }

  private void write(Change change) {
    var now = change.after();
    conversations.put(now.id(), now);
    var written = events.computeIfAbsent(now.id(), _ -> new ArrayList<>());
    written.addAll(change.recorded());
    for (var revision : change.revisions()) written.replaceAll(one -> one.revised(revision));
    for (var settled : change.settles())
      owed.removeIf(work -> work.conversation().equals(now.id()) && settled.covers(work));
    owed.addAll(change.owes());
    for (var recorded : change.recorded())
      if (recorded.event() instanceof ConversationEvent.DetailGiven(var detail, var value, _))
        contacts.computeIfPresent(
            now.contact(),
            (id, c) -> new Contact(id, c.details().with(detail, value), c.points(), c.since()));
  }

  private void publish(Change change) {
    var kinds = change.owes().stream().map(Owed::kind).collect(Collectors.toSet());
    signals.publish(new Signal.Committed(change.after(), change.recorded(), kinds));
  }
}
