package io.direktdraht.console.view;

import io.direktdraht.console.desk.goal.Goal;
import io.direktdraht.console.desk.route.Offer;
import io.direktdraht.console.people.Account;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Contact;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.log.Cursors.Cursor;
import io.direktdraht.conversation.log.Cursors.Side;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The board: who waits, what is promised, what each agent has. Rows of conversations that did not
/// change are kept.
public final class Boards {
  /// Nobody looks at more of a queue; the whole number is told beside it.
  private static final int SHOWN = 100;

  private static final int WITH_AGENTS = 500;
  private static final int WITH_BOT = 20;
  private static final int KEPT = 5_000;
  private final ViewPorts ports;
  private final Map<Version, Map<String, @Nullable Object>> rows =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Version, Map<String, @Nullable Object>> eldest) {
          return size() > KEPT;
        }
      };

  private record Version(Conversation conversation, long read) {}

  public Boards(ViewPorts ports) {
    this.ports = ports;
  }

  /// One board for each of these agents, from one reading.
  public Map<Account, Map<String, @Nullable Object>> of(List<Account> agents) {
    var conversations = ports.conversations();
    var waits = conversations.inStage(Stage.Kind.WAITING, SHOWN);
    var promises = conversations.inStage(Stage.Kind.PROMISED, SHOWN);
    var bots = conversations.inStage(Stage.Kind.WITH_BOT, WITH_BOT);
    var withAgents = conversations.inStage(Stage.Kind.WITH_AGENT, WITH_AGENTS);
    var read = read(Stream.of(waits, promises, bots, withAgents).flatMap(List::stream).toList());
    var waiting = rows(waits, read);
    var promised = rows(promises, read);
    var goals = goals(Stream.concat(waits.stream(), promises.stream()).toList());
    var withBot = rows(bots, read);
    var totals =
        Map.of("waiting", ports.desk().now().waiting(), "promised", ports.desk().promised());
    var load =
        withAgents.stream()
            .flatMap(conversation -> conversation.stage().owner().stream())
            .collect(Collectors.groupingBy(agent -> agent, Collectors.counting()));
    var colleagues = colleagues(load);
    var teams = teams();
    var boards = new LinkedHashMap<Account, Map<String, @Nullable Object>>();
    for (var agent : agents)
      boards.put(
          agent,
          Fields.of("waiting", waiting)
              .with("promised", promised)
              .with("totals", totals)
              .with("mine", rows(mine(withAgents, agent), read))
              .with("withBot", withBot)
              .with("colleagues", colleagues)
              .with("teams", teams)
              .with("offer", offer(agent))
              .with("goals", goals(goals, mine(withAgents, agent)))
              .with("me", Map.of("available", ports.desk().presence().saysAvailable(agent.id())))
              .map());
    return boards;
  }

  private List<Map<String, @Nullable Object>> colleagues(Map<AgentId, Long> load) {
    return ports.accounts().all().stream()
        .map(account ->
            Fields.of("name", account.id())
                .with("displayName", account.displayName())
                .with("available", ports.desk().presence().available(account.id()))
                .with("here", ports.desk().presence().here(account.id()))
                .with("conversations", load.getOrDefault(account.id(), 0L))
                .map())
        .toList();
  }

  private List<Map<String, @Nullable Object>> teams() {
    return ports.desk().teams().entrySet().stream()
        .map(team -> Fields.of("name", team.getKey()).with("available", team.getValue()).map())
        .toList();
  }

  /// What this agent is asked to take, with its row; null when there is nothing.
  public @Nullable Map<String, @Nullable Object> offer(Account agent) {
    return ports.desk().offerTo(agent.id()).flatMap(this::offer).orElse(null);
  }

  private Optional<Map<String, @Nullable Object>> offer(Offer offer) {
    return ports
        .conversations()
        .find(offer.conversation())
        .map(conversation ->
            Fields.of("conversation", offer.conversation())
                .with("until", offer.until())
                .with("row", row(conversation))
                .map());
  }

  /// What each conversation is owed next: by whom everybody can see, or by this agent.
  private Map<String, Object> goals(Map<String, Object> waits, List<Conversation> mine) {
    if (mine.isEmpty()) return waits;
    var goals = new LinkedHashMap<>(waits);
    goals.putAll(goals(mine));
    return goals;
  }

  private Map<String, Object> goals(List<Conversation> conversations) {
    var goals = new LinkedHashMap<String, Object>();
    for (var conversation : conversations)
      ports
          .desk()
          .goal(conversation)
          .ifPresent(goal -> goals.put(conversation.id().toString(), goal(goal)));
    return goals;
  }

  private static Map<String, @Nullable Object> goal(Goal goal) {
    return Fields.of("goal", EventView.lower(goal.kind()))
        .with("since", goal.since())
        .with("warn", goal.warn())
        .with("due", goal.due())
        .map();
  }

  private static List<Conversation> mine(List<Conversation> withAgents, Account agent) {
    return withAgents.stream()
        .filter(c -> c.stage().owner().filter(agent.id()::equals).isPresent())
        .sorted(Comparator.comparing(Conversation::openedAt))
        .toList();
  }

  private Map<ConversationId, Cursor> read(List<Conversation> conversations) {
    return ports.cursors().of(conversations.stream().map(Conversation::id).toList(), Side.TEAM);
  }

  private Map<String, @Nullable Object> row(Conversation conversation) {
    var one = List.of(conversation);
    return rows(one, read(one)).getFirst();
  }

  private synchronized List<Map<String, @Nullable Object>> rows(
      List<Conversation> conversations, Map<ConversationId, Cursor> read) {
    return conversations.stream()
        .map(one -> row(one, read.getOrDefault(one.id(), Cursor.NONE).read()))
        .toList();
  }

  private Map<String, @Nullable Object> row(Conversation conversation, long read) {
    return rows.computeIfAbsent(new Version(conversation, read), _ -> fresh(conversation, read));
  }

  private Map<String, @Nullable Object> fresh(Conversation conversation, long read) {
    var contact = ports.conversations().contact(conversation.contact()).orElseThrow();
    var tail = Tail.of(conversation, ports.log());
    var why = why(conversation.stage());
    return Fields.of("id", conversation.id())
        .with("contact", Map.of("id", contact.id().toString(), "name", name(contact)))
        .with("channel", ports.lines().channel(conversation.line()))
        .with("line", conversation.line())
        .with("language", contact.details().language())
        .with("stage", stage(conversation.stage()))
        .with("agent", conversation.stage().owner().orElse(null))
        .with("since", since(conversation))
        .with("due", conversation.stage() instanceof Stage.Promised p ? p.due() : null)
        .with("reason", why == null ? null : EventView.reason(why.reason()))
        .with("rule", why == null ? null : why.rule())
        .with("words", why == null ? List.of() : why.words())
        .with("team", why == null ? null : why.needs().team())
        .with("priority", why == null ? 0 : why.needs().priority())
        .with(
            "promise",
            conversation.stage() instanceof Stage.Promised p ? EventView.lower(p.what()) : null)
        .with("lastText", tail.map(Tail::text).orElse(""))
        .with("lastAuthor", tail.map(Tail::author).orElse(null))
        .with("lastAt", tail.map(Tail::at).orElse(conversation.touchedAt()))
        .with("lastSeq", conversation.lastSeq())
        .with("unread", Math.max(0, unread(conversation, read)))
        .map();
  }

  /// Since when somebody waits, also once an answer is promised; else since the last event.
  static Instant since(Conversation conversation) {
    return conversation.stage() instanceof Stage.Promised promised
        ? promised.since()
        : Conversations.orderedBy(conversation);
  }

  /// Messages of the contact that no agent has seen.
  private long unread(Conversation conversation, long read) {
    long from = Math.max(read, conversation.lastSeq() - 50);
    return ports.log().read(conversation.id(), from, 50).stream()
        .filter(recorded -> recorded.event() instanceof ConversationEvent.MessageReceived)
        .count();
  }

  private static @Nullable Escalation why(Stage stage) {
    return switch (stage) {
      case Stage.Waiting(var why, _) -> why;
      case Stage.Promised promised -> promised.why();
      case Stage.WithBot(), Stage.WithAgent _, Stage.Resolved _ -> null;
    };
  }

  static String stage(Stage stage) {
    return switch (stage.kind()) {
      case WITH_BOT -> "withBot";
      case WAITING -> "waiting";
      case PROMISED -> "promised";
      case WITH_AGENT -> "withAgent";
      case RESOLVED -> "resolved";
    };
  }

  /// Their name, else their e-mail, else a name that is the same every time.
  static String name(Contact contact) {
    var details = contact.details();
    if (details.name() != null) return details.name();
    if (details.email() != null) return details.email();
    var id = contact.id().toString();
    var word = "en".equals(details.language()) ? "Visitor " : "Besucher ";
    return word + id.substring(id.length() - 4);
  }
}
