package io.direktdraht.console.work;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.ConversationLog;
import java.util.Optional;

/// A message of ours that did not reach the contact.
final class Lost {
  private static final int PAGE = 200;

  private Lost() {}

  /// Empty when no message is there, when it did not fail, or when it arrived after all.
  static Optional<Message> find(ConversationLog log, ConversationId id, long seq) {
    var place = seq < 1 ? Optional.<Message>empty() : sent(log, id, seq);
    return place.filter(_ -> failed(log, id, seq));
  }

  private static Optional<Message> sent(ConversationLog log, ConversationId id, long seq) {
    return log.read(id, seq - 1, 1).stream()
        .filter(one -> one.seq() == seq)
        .flatMap(one ->
            one.event() instanceof ConversationEvent.MessageSent(var message, _)
                ? Optional.of(message).stream()
                : Optional.<Message>empty().stream())
        .findFirst();
  }

  private static boolean failed(ConversationLog log, ConversationId id, long seq) {
    boolean failed = false;
    var page = log.read(id, seq, PAGE);
    while (!page.isEmpty()) {
      for (var one : page)
        switch (one.event()) {
          case ConversationEvent.SendFailed lost when lost.message() == seq -> failed = true;
          case ConversationEvent.SendConfirmed(long confirmed, _) when confirmed == seq -> {
            return false;
          }
          default -> {}
        }
      page = log.read(id, page.getLast().seq(), PAGE);
    }
    return failed;
  }
}
