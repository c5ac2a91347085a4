package io.direktdraht.console.view;

import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.ConversationLog;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// The last words of a conversation: of the contact while they wait for a person, else of anybody
/// but the system. Files without words stand by their names; what was taken back is not there.
record Tail(String text, String author, Instant at) {
  private static final int LOOK_BACK = 20;
  private static final int LONGEST = 200;

  static Optional<Tail> of(Conversation conversation, ConversationLog log) {
    long from = Math.max(0, conversation.lastSeq() - LOOK_BACK);
    boolean waits = conversation.stage().waitsForPerson();
    Optional<Tail> last = Optional.empty();
    for (var recorded : log.read(conversation.id(), from, LOOK_BACK)) {
      var said = said(recorded);
      if (said.isPresent() && (last.isEmpty() || counts(said.get().author(), waits)))
        last = said.map(message -> tail(message, recorded.event().at()));
    }
    return last;
  }

  private static boolean counts(Author author, boolean waits) {
    return switch (author) {
      case Author.Contact() -> true;
      case Author.Bot(), Author.Agent(_, _) -> !waits;
      case Author.System() -> false;
    };
  }

  private static Optional<Message> said(Recorded recorded) {
    return switch (recorded.event()) {
      case ConversationEvent.MessageReceived(var message, _) ->
          Optional.of(message).filter(one -> !one.content().isWithdrawn());
      case ConversationEvent.MessageSent(var message, _) -> Optional.of(message);
      default -> Optional.empty();
    };
  }

  private static String words(Content content) {
    return content.onlyFiles()
        ? content.attachments().stream().map(Attachment::name).collect(Collectors.joining(", "))
        : content.text();
  }

  private static Tail tail(Message message, Instant at) {
    var text = words(message.content());
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    var kind = String.valueOf(EventView.author(message.author()).get("kind"));
    return new Tail(text.substring(0, end), kind, at);
  }
}
