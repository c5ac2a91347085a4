package io.direktdraht.console.desk;

import io.direktdraht.console.desk.exit.Exit;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import java.time.Instant;
import java.util.List;

/// What the last events of a conversation say about its silence. Pure.
final class Silence {
  private final List<ConversationEvent> newestFirst;

  /// What becomes of a conversation in which nothing happens.
  enum Next {
    ASK,
    /// The contact's last words were thanks.
    SOLVED,
    /// They were asked, and said nothing.
    LEFT
  }

  Silence(List<Recorded> tail) {
    newestFirst = tail.stream().map(Recorded::event).toList().reversed();
  }

  Next next() {
    boolean thanked = false;
    boolean answered = false;
    for (var event : newestFirst)
      switch (event) {
        case ConversationEvent.MessageReceived(var message, _) -> {
          if (!Farewell.is(message.content().text())) return thanked ? Next.SOLVED : Next.ASK;
          thanked |= !answered;
        }
        case ConversationEvent.MessageSent sent when asks(sent, Content.SOLVED) -> {
          return thanked ? Next.SOLVED : Next.LEFT;
        }
        case ConversationEvent.MessageSent(var message, _)
            when message.author() instanceof Author.Agent ->
            answered = true;
        default -> {}
      }
    return thanked ? Next.SOLVED : Next.ASK;
  }

  /// Who waits was asked whether to wait on, and has written nothing since.
  boolean waitsSilently() {
    for (var event : newestFirst)
      switch (event) {
        case ConversationEvent.MessageReceived _ -> {
          return false;
        }
        case ConversationEvent.MessageSent sent when asks(sent, Exit.KEEP_PLACE.word()) -> {
          return true;
        }
        default -> {}
      }
    return false;
  }

  /// Since when they wait this time, and not since they first did.
  Instant waitsSince(Instant first) {
    return newestFirst.stream()
        .filter(event ->
            event instanceof ConversationEvent.Requeued
                || event instanceof ConversationEvent.HandoffRequested)
        .map(ConversationEvent::at)
        .findFirst()
        .orElse(first);
  }

  private static boolean asks(ConversationEvent.MessageSent sent, String button) {
    return sent.message().author() instanceof Author.System
        && sent.message().content().choices().stream()
            .anyMatch(choice -> choice.payload().equals(Content.DESK + button));
  }
}
