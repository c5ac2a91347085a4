package io.direktdraht.console.desk;

import io.direktdraht.console.desk.goal.Goal;
import io.direktdraht.console.desk.route.Seat;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Lines;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.ConversationEvent.Requeued.Cause;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.log.ConversationLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who helps whom, and which contact has had no answer since when. A view of the log.
final class Work {
  private static final int TAIL = 50;
  private static final int REMEMBERED = 10_000;
  private final ConversationLog log;
  private final Lines lines;
  private final DeskRules rules;
  private final Map<ConversationId, Task> tasks = new HashMap<>();
  private final Map<ConversationId, Instant> promises = new HashMap<>();
  private final Map<AgentId, Instant> idle = new HashMap<>();
  private final Map<ConversationId, AgentId> last =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, AgentId> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// `before` is the wait that led here; `answered`: a person has said something since.
  private record Task(
      AgentId agent,
      int weight,
      Stage.@Nullable Waiting before,
      @Nullable Instant unanswered,
      boolean answered) {
    Task answer() {
      return new Task(agent, weight, before, null, true);
    }

    Task asked(Instant at) {
      return unanswered == null ? new Task(agent, weight, before, at, answered) : this;
    }

    Optional<Owing> owing() {
      if (before != null && !answered)
        return Optional.of(new Owing(Goal.Kind.FIRST_ANSWER, before.since(), team()));
      return unanswered == null
          ? undone()
          : Optional.of(new Owing(Goal.Kind.NEXT_ANSWER, unanswered, team()));
    }

    Optional<Owing> undone() {
      return Optional.ofNullable(before)
          .map(wait -> new Owing(Goal.Kind.RESOLVE, wait.since(), team()));
    }

    private @Nullable String team() {
      return before == null ? null : before.why().needs().team();
    }
  }

  /// What an agent owes a contact whom they have, and since when; `team` is whom the bot called.
  record Owing(Goal.Kind kind, Instant since, @Nullable String team) {}

  /// A conversation whose agent does not look after it.
  record Left(ConversationId conversation, AgentId agent, Cause cause) {}

  Work(ConversationLog log, Lines lines, DeskRules rules) {
    this.log = log;
    this.lines = lines;
    this.rules = rules;
  }

  synchronized void reload(List<Conversation> withAgents) {
    var known = new HashMap<ConversationId, Conversation>();
    for (var conversation : withAgents) known.put(conversation.id(), conversation);
    tasks.keySet().retainAll(known.keySet());
    promises.keySet().retainAll(known.keySet());
    for (var conversation : withAgents) Apart.with(conversation.id(), () -> read(conversation));
  }

  private void read(Conversation conversation) {
    var id = conversation.id();
    var news =
        tasks.containsKey(id)
            ? List.<Recorded>of()
            : log.read(id, Math.max(0, conversation.lastSeq() - TAIL), TAIL);
    moved(conversation);
    for (var recorded : news) hear(id, recorded.event());
  }

  /// Who has it now.
  synchronized void moved(Conversation conversation) {
    if (!(conversation.stage() instanceof Stage.WithAgent with)) {
      tasks.remove(conversation.id());
      promises.remove(conversation.id());
      return;
    }
    var promised = with.promised();
    if (promised == null) promises.remove(conversation.id());
    else promises.put(conversation.id(), promised.due());
    last.put(conversation.id(), with.agent());
    var known = tasks.get(conversation.id());
    if (known != null && known.agent().equals(with.agent())) return;
    int weight = rules.weight(lines.channel(conversation.line()));
    boolean answered = known != null && known.answered();
    var now = conversation.touchedAt();
    tasks.put(conversation.id(), new Task(with.agent(), weight, with.before(), now, answered));
    idle.put(with.agent(), now);
  }

  synchronized void hear(ConversationId id, ConversationEvent event) {
    switch (event) {
      case ConversationEvent.MessageReceived(var message, var at)
          when !Farewell.is(message.content().text()) ->
          tasks.computeIfPresent(id, (_, task) -> task.asked(at));
      case ConversationEvent.MessageSent(var message, _)
          when message.author() instanceof Author.Agent ->
          tasks.computeIfPresent(id, (_, task) -> task.answer());
      default -> {}
    }
  }

  synchronized Optional<Owing> owing(ConversationId id) {
    return Optional.ofNullable(tasks.get(id)).flatMap(Task::owing);
  }

  /// What the bot let go of and is not done, if it is with an agent.
  synchronized Optional<Owing> undone(ConversationId id) {
    return Optional.ofNullable(tasks.get(id)).flatMap(Task::undone);
  }

  /// Where an agent has not kept a promise that is due.
  synchronized List<ConversationId> due(Instant now) {
    return promises.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  synchronized Optional<Instant> unansweredSince(ConversationId id) {
    return Optional.ofNullable(tasks.get(id)).map(Task::unanswered);
  }

  synchronized Optional<AgentId> lastWith(ConversationId id) {
    return Optional.ofNullable(last.get(id));
  }

  /// The agents who are there, as the routing sees them.
  synchronized List<Seat> seats(Collection<AgentId> there) {
    var loads = new HashMap<AgentId, Integer>();
    for (var task : tasks.values()) loads.merge(task.agent(), task.weight(), Integer::sum);
    return there.stream()
        .map(agent ->
            new Seat(
                agent,
                rules.people().of(agent),
                true,
                loads.getOrDefault(agent, 0),
                false,
                idle.getOrDefault(agent, Instant.MIN)))
        .toList();
  }

  /// Contacts without an answer whose agent has gone, or has been silent for too long.
  synchronized List<Left> left(Presence presence, Instant now) {
    var left = new ArrayList<Left>();
    var patience = rules.times().silentAfter();
    tasks.forEach((id, task) -> {
      if (task.unanswered() == null) return;
      if (!presence.here(task.agent())) left.add(new Left(id, task.agent(), Cause.ABSENT));
      else if (task.unanswered().plus(patience).isBefore(now))
        left.add(new Left(id, task.agent(), Cause.SILENT));
    });
    return left;
  }
}
