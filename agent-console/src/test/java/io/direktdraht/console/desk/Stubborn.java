package io.direktdraht.console.desk;

import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A log in which some conversations can only be read.
record Stubborn(ConversationLog log, Set<ConversationId> ids) implements ConversationLog {
  @Override
  public Appended append(Append append) {
    if (ids.contains(append.conversation())) throw new IllegalStateException("not this one");
    return log.append(append);
  }

  @Override
  public List<Recorded> read(ConversationId conversation, long after, int limit) {
    return log.read(conversation, after, limit);
  }

  @Override
  public Optional<Recorded> received(Line.Id line, String key) {
    return log.received(line, key);
  }
}
