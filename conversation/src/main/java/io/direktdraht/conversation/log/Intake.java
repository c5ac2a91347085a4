package io.direktdraht.conversation.log;

import io.direktdraht.conversation.Conversation;

/// The door in. One transaction finds or opens contact and conversation, stores the message and
/// what is owed; when it returns, the message is on disk.
public interface Intake {
  Admission receive(Inbound inbound);

  /// Where the message went. `repeated` says that it was there already and nothing changed.
  record Admission(Conversation conversation, long seq, boolean repeated) {}
}
