package io.direktdraht.storage.jdbc;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.Change;
import io.direktdraht.conversation.log.Inbound;
import io.direktdraht.conversation.log.Intake;
import io.direktdraht.conversation.log.IntakeRules;
import java.util.List;

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
