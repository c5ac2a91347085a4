package io.direktdraht.conversation.event;

import io.direktdraht.conversation.ConversationId;

/// An event in its place in the log. `prevShown` is the previous place that the contact may see (0:
/// none), so that a contact's client finds a gap without learning that a note exists.
public record Recorded(
    ConversationId conversation, long seq, long prevShown, ConversationEvent event) {

  /// The same place as it is then.
  public Recorded revised(Revision revision) {
    return new Recorded(conversation, seq, prevShown, revision.revised(seq, event));
  }
}
