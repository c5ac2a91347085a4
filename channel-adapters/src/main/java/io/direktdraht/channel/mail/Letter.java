package io.direktdraht.channel.mail;

import io.direktdraht.conversation.mail.MailThreads.Entry;
import io.direktdraht.conversation.mail.MailThreads.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// To whom an answer in a thread goes, under which subject, and where it belongs. The one who began
/// the thread is written to; whoever else takes part gets a copy.
record Letter(
    String to, List<String> copies, String subject, String answers, List<String> references) {
  private static final int ENDS = 10; // of the references kept at either end when they are many

  /// Empty for a thread in which nobody ever wrote. What a program writes goes to nobody but those
  /// whom somebody in the thread let in: whoever comes uninvited learns nothing from the bot.
  static Optional<Letter> in(List<Entry> thread, MailLine line, boolean automatic) {
    var received = thread.stream().filter(entry -> entry.kind() == Kind.RECEIVED).toList();
    if (received.isEmpty()) return thread.stream().findFirst().map(ours -> begun(ours, thread));
    var first = received.getFirst();
    var copies = automatic ? members(thread) : everybody(received);
    copies.removeIf(address -> address.equals(first.address()) || line.own(address));
    return Optional.of(
        new Letter(
            first.address(),
            List.copyOf(copies),
            answering(first.subject()),
            received.getLast().id(),
            references(thread)));
  }

  private static LinkedHashSet<String> everybody(List<Entry> received) {
    var all = new LinkedHashSet<String>();
    for (var entry : received) {
      all.add(entry.address());
      all.addAll(entry.others());
    }
    return all;
  }

  /// Who began the thread, whom they wrote to besides, and so on; and to whom a person of ours did.
  private static LinkedHashSet<String> members(List<Entry> thread) {
    var members = new LinkedHashSet<String>();
    members.add(thread.getFirst().address());
    for (var entry : thread) {
      boolean lets =
          switch (entry.kind()) {
            case RECEIVED -> members.contains(entry.address());
            case WRITTEN -> true;
            case AUTOMATIC -> false;
          };
      if (lets) members.addAll(entry.others());
    }
    return members;
  }

  /// A thread that we began.
  private static Letter begun(Entry ours, List<Entry> thread) {
    return new Letter(ours.address(), List.of(), ours.subject(), "", references(thread));
  }

  private static List<String> references(List<Entry> thread) {
    return cut(thread.stream().map(Entry::id).filter(id -> id.startsWith("<")).toList());
  }

  private static String answering(String subject) {
    return subject.regionMatches(true, 0, "re:", 0, 3) ? subject : ("Re: " + subject).strip();
  }

  private static List<String> cut(List<String> ids) {
    if (ids.size() <= 2 * ENDS) return ids;
    var cut = new ArrayList<>(ids.subList(0, ENDS));
    cut.addAll(ids.subList(ids.size() - ENDS, ids.size()));
    return cut;
  }
}
