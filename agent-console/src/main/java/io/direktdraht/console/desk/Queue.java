package io.direktdraht.console.desk;

import io.direktdraht.console.desk.route.Caller;
import io.direktdraht.console.desk.route.Floor;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Who waits, and to whom an answer is promised; both are offered to people, only the first have a
/// place that they are told. A view of the log: it can be made anew at any time.
final class Queue {
  private final Floor floor;
  private final Sources sources;
  private final Predicate<Conversation> later;
  private final Set<ConversationId> promised = ConcurrentHashMap.newKeySet();

  /// What a conversation does not say of itself.
  record Sources(DeskWords words, Work work, DeskRules rules, Desk.Ports ports) {}

  /// `later` says that a promised conversation is not to be offered yet.
  Queue(Floor floor, Sources sources, Predicate<Conversation> later) {
    this.floor = floor;
    this.sources = sources;
    this.later = later;
  }

  void reload(List<Conversation> waiting, List<Conversation> promises) {
    var known = new HashSet<ConversationId>();
    for (var conversation : waiting) known.add(conversation.id());
    for (var conversation : promises) known.add(conversation.id());
    promised.retainAll(known);
    floor.only(known);
    waiting.forEach(conversation -> update(conversation, true));
    promises.forEach(conversation -> update(conversation, true));
  }

  /// `fully`: with what must be read from the log first.
  void update(Conversation conversation, boolean fully) {
    var id = conversation.id();
    if (conversation.stage() instanceof Stage.Promised) promised.add(id);
    else promised.remove(id);
    var wait = conversation.stage().waited().orElseThrow();
    if (later.test(conversation)) floor.gone(id);
    else if (!known(id, wait)) floor.waits(caller(conversation, wait, fully));
  }

  void forget(ConversationId id) {
    floor.gone(id);
    promised.remove(id);
  }

  int size() {
    return (int) floor.inOrder().stream().filter(c -> !promised.contains(c.conversation())).count();
  }

  Optional<Integer> position(ConversationId id) {
    return promised.contains(id) ? Optional.empty() : floor.position(id);
  }

  private boolean known(ConversationId id, Stage.Waiting wait) {
    return floor
        .caller(id)
        .filter(caller ->
            caller.language() != null
                && caller.since().equals(wait.since())
                && caller.needs().equals(wait.why().needs()))
        .isPresent();
  }

  private Caller caller(Conversation conversation, Stage.Waiting wait, boolean fully) {
    return new Caller(
        conversation.id(),
        wait.since(),
        wait.why().needs(),
        fully ? sources.words().language(conversation) : null,
        sources.rules().weight(sources.ports().lines().channel(conversation.line())),
        sources.work().lastWith(conversation.id()).orElse(null),
        Set.of());
  }
}
