package io.direktdraht.console.desk;

import io.direktdraht.console.desk.goal.Goal;
import io.direktdraht.console.desk.route.Caller;
import io.direktdraht.console.desk.route.Floor;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.PromiseKind;
import io.direktdraht.conversation.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who waits, and to whom an answer is promised; both are offered to people, only the first have a
/// place that they are told. A view of the log: it can be made anew at any time.
final class Queue {
  /// A callback comes to the desk this long before it is due.
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Floor floor;
  private final Sources sources;
  private final InstantSource clock;
  private final Map<ConversationId, Instant> waiting = new ConcurrentHashMap<>();
  private final Map<ConversationId, Stage.Promised> promised = new ConcurrentHashMap<>();

  /// What a conversation does not say of itself.
  record Sources(DeskWords words, Work work, DeskRules rules, Desk.Ports ports) {}

  Queue(Floor floor, Sources sources, InstantSource clock) {
    this.floor = floor;
    this.sources = sources;
    this.clock = clock;
  }

  /// These and nobody else.
  void reload(List<Conversation> conversations) {
    var known = new HashSet<ConversationId>();
    for (var conversation : conversations) known.add(conversation.id());
    waiting.keySet().retainAll(known);
    promised.keySet().retainAll(known);
    floor.only(known);
    for (var conversation : conversations)
      Apart.with(conversation.id(), () -> update(conversation));
  }

  /// Reads from the log what the conversation does not say.
  void update(Conversation conversation) {
    put(conversation, () -> sources.words().language(conversation));
  }

  /// The same without reading; the language is found out later.
  void hear(Conversation conversation) {
    put(conversation, () -> null);
  }

  void forget(ConversationId id) {
    floor.gone(id);
    waiting.remove(id);
    promised.remove(id);
  }

  int size() {
    return waiting.size();
  }

  int promised() {
    return promised.size();
  }

  Optional<Integer> position(ConversationId id) {
    return waiting.containsKey(id) ? floor.position(id) : Optional.empty();
  }

  /// Who has waited since before this moment.
  List<ConversationId> waitingSince(Instant latest) {
    return waiting.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(latest))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Whose promise is due, the soonest first.
  List<ConversationId> due(Instant now) {
    var due = new ArrayList<>(promised.entrySet());
    due.removeIf(entry -> entry.getValue().due().isAfter(now));
    due.sort(Comparator.comparing(entry -> entry.getValue().due()));
    return due.stream().map(Map.Entry::getKey).toList();
  }

  /// The beginnings of the callbacks that are promised.
  List<Instant> callbacks() {
    return promised.values().stream()
        .filter(promise -> promise.what() == PromiseKind.CALLBACK)
        .map(Stage.Promised::due)
        .toList();
  }

  private void put(Conversation conversation, Supplier<@Nullable String> language) {
    var id = conversation.id();
    var wait = conversation.stage().waited().orElseThrow();
    if (conversation.stage() instanceof Stage.Promised promise) {
      waiting.remove(id);
      promised.put(id, promise);
      if (later(promise)) {
        floor.gone(id);
        return;
      }
    } else {
      promised.remove(id);
      waiting.put(id, wait.since());
    }
    if (!known(id, wait)) floor.waits(caller(conversation, wait, language.get()));
  }

  /// Promised for later: not to be offered to anybody yet.
  private boolean later(Stage.Promised promise) {
    return promise.what() == PromiseKind.CALLBACK
        && clock.instant().isBefore(promise.due().minus(AHEAD));
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

  private Caller caller(Conversation conversation, Stage.Waiting wait, @Nullable String language) {
    var rules = sources.rules();
    return new Caller(
        conversation.id(),
        wait.since(),
        offered(rules.teams().of(conversation), wait),
        wait.why().needs(),
        language,
        rules.weight(sources.ports().lines().channel(conversation.line())),
        sources.work().lastWith(conversation.id()).orElse(null),
        Set.of());
  }

  private static Instant offered(DeskRules.Team team, Stage.Waiting wait) {
    return team.pulls()
        ? team.goals().of(Goal.Kind.FIRST_ANSWER, wait.since(), team.hours()).warn()
        : wait.since();
  }
}
