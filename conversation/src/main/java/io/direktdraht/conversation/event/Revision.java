package io.direktdraht.conversation.event;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.event.ConversationEvent.MessageEdited;
import io.direktdraht.conversation.event.ConversationEvent.MessageReceived;
import io.direktdraht.conversation.event.ConversationEvent.MessageWithdrawn;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What an event changes in what stands in the log already: the one exception from a log that only
/// grows. A message says in its place what the contact wants it to say; what it said before stands
/// in the event that edited it, and nowhere once the message is withdrawn. Pure.
public record Revision(long message, boolean withdrawn, String text) {

  public static Optional<Revision> of(ConversationEvent event) {
    return switch (event) {
      case MessageEdited(long message, _, var text, _) ->
          Optional.of(new Revision(message, false, text));
      case MessageWithdrawn(long message, _) -> Optional.of(new Revision(message, true, ""));
      default -> Optional.empty();
    };
  }

  /// What then stands in this place; the same when it has nothing to do with it.
  public ConversationEvent revised(long place, ConversationEvent event) {
    return switch (event) {
      case MessageReceived received when place == message ->
          saying(received, withdrawn ? _ -> Content.withdrawn() : said -> said.saying(text));
      case MessageEdited(long edited, _, _, var at) when withdrawn && edited == message ->
          new MessageEdited(edited, "", "", at);
      default -> event;
    };
  }

  private static ConversationEvent saying(MessageReceived event, UnaryOperator<Content> changed) {
    var message = event.message();
    return new MessageReceived(message.saying(changed.apply(message.content())), event.at());
  }
}
