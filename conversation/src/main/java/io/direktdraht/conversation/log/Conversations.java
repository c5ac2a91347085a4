package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The summaries of conversations and the contacts they belong to.
public interface Conversations {
  Optional<Conversation> find(ConversationId id);

  /// The newest conversation of whoever has this address.
  Optional<Conversation> latest(Line.Id line, String sender);

  /// Newest first.
  List<Conversation> of(ContactId contact, int limit);

  /// Waiting: longest first. Promised: soonest due first. Others: last touched first; which of one
  /// minute are left out where there are more than `limit` is not said.
  List<Conversation> inStage(Stage.Kind stage, int limit);

  /// With nothing new since `before`, the longest first; for stages ordered by their last event.
  /// Those that follow on `after`, the last of an earlier page, as it was then; null for the first.
  List<Conversation> idle(
      Stage.Kind stage, Instant before, @Nullable Conversation after, int limit);

  Optional<Contact> contact(ContactId id);

  /// Whoever has this address, also when they have not written yet.
  Optional<Contact> contact(Contact.Point point);

  /// The moment that orders a stage's conversations: since when it waits, until when it is
  /// promised, else its last event.
  static Instant orderedBy(Conversation conversation) {
    return switch (conversation.stage()) {
      case Stage.Waiting(_, var since) -> since;
      case Stage.Promised promised -> promised.due();
      case Stage.WithBot(), Stage.WithAgent _, Stage.Resolved _ -> conversation.touchedAt();
    };
  }
}
