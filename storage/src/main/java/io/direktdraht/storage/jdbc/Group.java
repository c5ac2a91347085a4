package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.join.Join;
import io.direktdraht.conversation.join.Joining;
import io.direktdraht.conversation.join.Union;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.Change;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.log.IntakeRules;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Decides what each member of a transaction does, in order, on what was read. Pure apart from the
/// working set.
final class Group {
  private final Lines lines;
  private final IntakeRules rules;

  Group(Lines lines, IntakeRules rules) {
    this.lines = lines;
    this.rules = rules;
  }

  /// The answer to each member, to be given after the commit.
  List<Runnable> decide(List<Member> members, Working working) {
    return members.stream().map(member -> decide(member, working)).toList();
  }

  private Runnable decide(Member member, Working working) {
    return switch (member) {
      case Member.Receiving(var inbound, var answer) -> {
        var admission = receive(inbound, working);
        yield () -> answer.complete(admission);
      }
      case Member.Appending(var append, var answer) -> {
        var appended = append(append, working);
        yield () -> answer.complete(appended);
      }
      case Member.Uniting(var join, var answer) -> {
        var joined = unite(join, working);
        yield () -> answer.complete(joined);
      }
      case Member.Parting(_, var at, var answer) -> {
        boolean parted = part(at, working);
        yield () -> answer.complete(parted);
      }
    };
  }

  private Intake.Admission receive(Inbound inbound, Working working) {
    var key = key(inbound);
    var earlier = working.earlier(key);
    if (earlier.isPresent()) {
      var place = earlier.get();
      return new Intake.Admission(known(place.conversation(), working), place.seq(), true);
    }
    var point = point(inbound);
    var holder = working.holder(point, inbound.at());
    var conversation = working.latest(holder);
    if (conversation == null || !rules.continues(conversation, inbound)) {
      conversation =
          Conversation.opened(
              ConversationId.next(inbound.at()), holder.contact(), inbound.line(), inbound.at());
      working.open(conversation, point);
    }
    var change = Change.of(conversation, rules.events(conversation, inbound), lines);
    working.apply(change, key);
    return new Intake.Admission(change.after(), change.after().lastSeq(), false);
  }

  private Appended append(Append append, Working working) {
    if (append.key() != null) {
      var earlier = working.earlier(append.key());
      if (earlier.isPresent()) return new Appended.Repeated(earlier.get().seq());
    }
    var now = working.conversations.get(append.conversation());
    if (now == null) return new Appended.Refused(Appended.Refusal.UNKNOWN_CONVERSATION);
    boolean owed = append.settles().filter(work -> working.owes(now.id(), work)).isPresent();
    var refusal = append.refusal(now, owed);
    if (refusal.isPresent()) return new Appended.Refused(refusal.get());
    var change = Change.of(now, append, lines);
    working.apply(change, append.key());
    return new Appended.Done(change.after(), change.recorded());
  }

  private Joining.Joined unite(Join join, Working working) {
    var one = working.holders.get(join.one());
    var other = working.holders.get(join.other());
    if (one == null) {
      var first = other == null ? working.holder(join.other(), join.at()) : other;
      return bring(join, join.one(), first, working);
    }
    if (other == null) return bring(join, join.other(), one, working);
    if (one.contact().equals(other.contact())) return new Joining.Joined.Already(one.contact());
    if (Union.different(working.shop.stream())) return new Joining.Joined.Different();
    var union =
        Union.of(
            join,
            new Union.Side(one.contact(), working.latest(one)),
            new Union.Side(other.contact(), working.latest(other)));
    working.unite(join, union);
    for (var told : union.told())
      working.apply(Change.of(told.conversation(), told.events(), lines), null);
    return new Joining.Joined.Done(union.kept());
  }

  /// An address that nobody has becomes the holder's.
  private Joining.Joined bring(
      Join join, Contact.Point point, Working.Holder holder, Working working) {
    if (Union.different(Stream.concat(working.shop.stream(), Stream.of(point))))
      return new Joining.Joined.Different();
    working.bring(join, point, holder);
    var latest = working.latest(holder);
    if (latest != null && latest.open())
      working.apply(Change.of(latest, List.of(Union.joined(join, point.line())), lines), null);
    return new Joining.Joined.Done(holder.contact());
  }

  private boolean part(Instant at, Working working) {
    var parting = working.parting;
    if (parting == null) return false;
    working.part(parting, at);
    for (var conversation : List.copyOf(working.conversations.values()))
      if (conversation.open()) {
        var event = new ConversationEvent.ContactParted(parting.join(), at);
        working.apply(Change.of(conversation, List.of(event), lines), null);
      }
    return true;
  }

  static Append.Key key(Inbound inbound) {
    return new Append.Key(inbound.line().value(), inbound.key());
  }

  static Contact.Point point(Inbound inbound) {
    return new Contact.Point(inbound.line(), inbound.sender());
  }

  private static Conversation known(ConversationId id, Working working) {
    var conversation = working.conversations.get(id);
    if (conversation == null) throw new IllegalStateException("not read: conversation " + id);
    return conversation;
  }
}
