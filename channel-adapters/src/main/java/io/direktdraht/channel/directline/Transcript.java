package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.live.ContactLog;
import io.direktdraht.conversation.log.Conversations;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to show at an address.
final class Transcript {
  private static final int MOST_CONVERSATIONS = 50;
  final ContactLog log;
  private final Conversations conversations;

  Transcript(ContactLog log, Conversations conversations) {
    this.log = log;
    this.conversations = conversations;
  }

  /// An event, and the conversation it belongs to.
  record Shown(Recorded recorded, Conversation conversation) {}

  /// A conversation of ours, and after which of its places to begin.
  record Part(Conversation conversation, long after) {}

  /// The conversations that go on after a mark, oldest first; without a mark the newest alone, from
  /// its beginning. Empty before the first message.
  List<Part> after(Address address, @Nullable Long mark) {
    var latest = conversations.latest(address.line(), address.conversation()).orElse(null);
    if (latest == null) return List.of();
    if (mark == null) return List.of(new Part(latest, 0));
    if (mark >= Watermark.of(latest, 0))
      return List.of(new Part(latest, Watermark.seq(latest, mark)));
    return conversations.of(latest.contact(), MOST_CONVERSATIONS).stream()
        .filter(one -> one.line().equals(address.line()) || one.id().equals(latest.id()))
        .filter(one -> Watermark.reaches(one, mark) && !one.openedAt().isAfter(latest.openedAt()))
        .sorted(Comparator.comparing(Conversation::openedAt))
        .map(one -> new Part(one, Watermark.seq(one, mark)))
        .toList();
  }

  List<Shown> events(Part part) {
    return log.after(part.conversation.id(), part.after).stream()
        .map(recorded -> new Shown(recorded, part.conversation))
        .toList();
  }
}
