package io.direktdraht.channel.directline;

import io.direktdraht.conversation.Conversation;
import java.time.Instant;

/// Places in the log as one decimal number that grows over all conversations of a contact: when the
/// conversation began, in seconds, and then its own sequence number in seven digits. So a client
/// that comes back after its conversation ended and another began misses nothing.
final class Watermark {
  private static final long SPAN = 10_000_000L;
  private static final long START = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

  private Watermark() {}

  static long of(Conversation conversation, long seq) {
    return (conversation.openedAt().getEpochSecond() - START) * SPAN + seq;
  }

  /// Whether something of this conversation may come after the mark.
  static boolean reaches(Conversation conversation, long mark) {
    return of(conversation, SPAN) > mark;
  }

  /// The last sequence number of this conversation that the mark covers, 0 for none.
  static long seq(Conversation conversation, long mark) {
    return Math.clamp(mark - of(conversation, 0), 0, SPAN);
  }
}
