package io.direktdraht.console.desk;

import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who waits, longest first. A view of the log: it can be made anew at any time.
final class Queue {
  private static final Comparator<Map.Entry<ConversationId, Instant>> ORDER =
      Map.Entry.<ConversationId, Instant>comparingByValue().thenComparing(Map.Entry::getKey);
  private final Map<ConversationId, Instant> waiting = new HashMap<>();

  synchronized void reload(Collection<Conversation> conversations) {
    waiting.clear();
    conversations.forEach(this::update);
  }

  synchronized void update(Conversation conversation) {
    if (conversation.stage() instanceof Stage.Waiting(_, var since))
      waiting.put(conversation.id(), since);
    else waiting.remove(conversation.id());
  }

  synchronized int size() {
    return waiting.size();
  }

  /// 1 for the next one.
  synchronized Optional<Integer> position(ConversationId id) {
    var since = waiting.get(id);
    if (since == null) return Optional.empty();
    var mine = Map.entry(id, since);
    long before =
        waiting.entrySet().stream().filter(other -> ORDER.compare(other, mine) < 0).count();
    return Optional.of((int) before + 1);
  }

  synchronized Optional<Instant> since(ConversationId id) {
    return Optional.ofNullable(waiting.get(id));
  }

  synchronized List<ConversationId> longestFirst() {
    return waiting.entrySet().stream().sorted(ORDER).map(Map.Entry::getKey).toList();
  }
}
