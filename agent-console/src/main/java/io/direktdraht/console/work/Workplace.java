package io.direktdraht.console.work;

import io.direktdraht.console.desk.Desk;
import io.direktdraht.console.people.Account;
import io.direktdraht.console.people.Accounts;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Appended;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.way.Wayfinding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The commands of agents. Each is one append; who owns the conversation is decided there, not
/// here.
public final class Workplace {
  private static final int TRIES = 3;
  private final ConversationLog log;
  private final Conversations conversations;
  private final Accounts accounts;
  private final Desk desk;
  private final Wayfinding ways;
  private final InstantSource clock;

  /// What agents work with.
  public record Ports(
      ConversationLog log,
      Conversations conversations,
      Accounts accounts,
      Desk desk,
      Wayfinding ways) {}

  public Workplace(Ports ports, InstantSource clock) {
    this.log = ports.log;
    this.conversations = ports.conversations;
    this.accounts = ports.accounts;
    this.desk = ports.desk;
    this.ways = ports.ways;
    this.clock = clock;
  }

  /// Takes a conversation that waits, was promised, is with the bot, or ended. One of two agents
  /// wins.
  public Done claim(ConversationId id, Account agent) {
    return attempt(
        id,
        (now, at) -> {
          if (now.stage() instanceof Stage.WithAgent with)
            return with.agent().equals(agent.id())
                ? new Done.Stored(now.lastSeq(), now.epoch())
                : new Done.AlreadyWith(with.name());
          var events = new ArrayList<ConversationEvent>();
          if (!now.open()) events.add(new ConversationEvent.Reopened(at));
          events.add(new ConversationEvent.AgentJoined(agent.id(), agent.displayName(), at));
          events.add(desk.words().say(now, "joined", Map.of("name", agent.displayName())));
          return append(now, new Append.Condition.SameEpoch(now.epoch()), events, null);
        });
  }

  /// `key` is the client's id: repeating it gives the same answer.
  public Done answer(ConversationId id, Account agent, String text, String key) {
    return answer(id, agent, Content.text(text), key);
  }

  /// The same with files.
  public Done answer(ConversationId id, Account agent, Content content, String key) {
    return answer(id, agent, new Answer(content, null), key);
  }

  /// `line`: the way that the agent chose, null for where answers go by themselves. From then on
  /// answers go there, until the contact writes elsewhere.
  public record Answer(Content content, Line.@Nullable Id line) {}

  public Done answer(ConversationId id, Account agent, Answer answer, String key) {
    return attempt(
        id,
        (now, _) -> {
          var line = answer.line == null ? now.line() : answer.line;
          var message = new Message(author(agent), line, answer.content, key);
          return send(now, agent, message, key(agent, key));
        });
  }

  /// The same once more by another line, because it did not arrive by the first one. By each line
  /// it goes once, whoever asks.
  public Done repeat(ConversationId id, Account agent, long seq, Line.Id line) {
    return attempt(
        id,
        (now, _) -> {
          var lost = Lost.find(log, id, seq).orElse(null);
          if (lost == null) return new Done.NothingLost();
          // a template is one of its own line alone
          var content = line.equals(lost.line()) ? lost.content() : lost.content().as(null);
          var message = new Message(author(agent), line, content, null, null, seq);
          return send(now, agent, message, new Append.Key("repeat:" + line, id + ":" + seq));
        });
  }

  /// Only by a way that takes it.
  private Done send(Conversation now, Account agent, Message message, Append.Key key) {
    if (now.stage().owner().filter(agent.id()::equals).isEmpty()) return new Done.NotYours();
    var way = ways.of(now).on(message.line()).orElse(null);
    if (way == null || !way.takes(message.content())) return new Done.NoWay(message.line(), way);
    var events = new ArrayList<>(kept(now));
    // last: its place is the answer
    events.add(new ConversationEvent.MessageSent(message, clock.instant()));
    return append(now, owner(now, agent), events, key);
  }

  public Done note(ConversationId id, Account agent, String text, String key) {
    return attempt(
        id,
        (now, at) ->
            append(
                now,
                new Append.Condition.Always(),
                List.of(
                    new ConversationEvent.NoteAdded(
                        agent.id(), agent.displayName(), text, key, at)),
                key(agent, key)));
  }

  /// To a colleague who is here: from anybody else the desk would take it back at once.
  public Done transfer(ConversationId id, Account agent, AgentId to, @Nullable String note) {
    var colleague = accounts.find(to).orElse(null);
    if (colleague == null) return new Done.UnknownAgent();
    return attempt(
        id,
        (now, at) -> {
          if (now.stage().owner().filter(agent.id()::equals).isEmpty()) return new Done.NotYours();
          if (!desk.presence().here(to)) return new Done.ColleagueAbsent(to);
          var name = colleague.displayName();
          var events =
              List.of(
                  new ConversationEvent.Transferred(agent.id(), to, name, note, at),
                  desk.words().say(now, "transferred", Map.of("name", name)));
          return append(now, owner(now, agent), events, null);
        });
  }

  public Done giveBack(ConversationId id, Account agent, @Nullable String note) {
    return attempt(
        id,
        (now, at) -> {
          var events = new ArrayList<>(kept(now));
          events.add(new ConversationEvent.ReturnedToBot(agent.id(), note, at));
          events.add(desk.words().say(now, "returned", Map.of()));
          return append(now, owner(now, agent), events, null);
        });
  }

  /// Back to the queue with its original time, for another team if one is named.
  public Done putBack(
      ConversationId id, Account agent, @Nullable String team, @Nullable String note) {
    return attempt(
        id,
        (now, at) ->
            append(
                now,
                owner(now, agent),
                List.of(
                    new ConversationEvent.Requeued(
                        agent.id(), ConversationEvent.Requeued.Cause.PUT_BACK, team, note, at),
                    desk.words().say(now, "putBack", Map.of())),
                null));
  }

  /// What the agent thinks of the hand-off; the last opinion counts.
  public Done judge(
      ConversationId id, Account agent, ConversationEvent.HandoffJudged.Verdict verdict) {
    return attempt(
        id,
        (now, at) ->
            append(
                now,
                new Append.Condition.Always(),
                List.of(new ConversationEvent.HandoffJudged(agent.id(), verdict, at)),
                null));
  }

  /// The agent would rather not take what is offered.
  public Done pass(ConversationId id, Account agent) {
    return desk.pass(id, agent.id()) ? new Done.Stored(0, 0) : new Done.TooLate();
  }

  public Done resolve(ConversationId id, Account agent, Outcome outcome) {
    return attempt(
        id,
        (now, at) -> {
          if (!now.open()) return new Done.TooLate();
          if (now.stage() instanceof Stage.WithAgent with && !with.agent().equals(agent.id()))
            return new Done.NotYours();
          var events = new ArrayList<>(kept(now));
          events.add(new ConversationEvent.Resolved(outcome, agent.id(), at));
          return append(now, new Append.Condition.SameEpoch(now.epoch()), events, null);
        });
  }

  /// The promise was kept some other way, e.g. by phone.
  public Done keep(ConversationId id, Account agent) {
    return attempt(
        id,
        (now, _) -> {
          var kept = kept(now);
          return kept.isEmpty() ? new Done.TooLate() : append(now, owner(now, agent), kept, null);
        });
  }

  private List<ConversationEvent> kept(Conversation now) {
    return now.stage()
        .openPromise()
        .<List<ConversationEvent>>map(
            open -> List.of(new ConversationEvent.PromiseKept(open.promise(), clock.instant())))
        .orElse(List.of());
  }

  private static Author author(Account agent) {
    return new Author.Agent(agent.id(), agent.displayName());
  }

  private static Append.Condition owner(Conversation now, Account agent) {
    return new Append.Condition.Owner(agent.id(), now.epoch());
  }

  private static Append.Key key(Account agent, String key) {
    return new Append.Key("agent:" + agent.id(), key);
  }

  /// When somebody else moved the conversation in the same moment, the command is judged anew.
  private Done attempt(ConversationId id, BiFunction<Conversation, Instant, Done> command) {
    Done done = new Done.UnknownConversation();
    for (int i = 0; i < TRIES; i++) {
      var now = conversations.find(id).orElse(null);
      if (now == null) return new Done.UnknownConversation();
      done = command.apply(now, clock.instant());
      if (!(done instanceof Done.TooLate)) return done;
    }
    return done;
  }

  private Done append(
      Conversation now,
      Append.Condition condition,
      List<ConversationEvent> events,
      Append.@Nullable Key key) {
    return switch (log.append(new Append(now.id(), condition, events, key))) {
      case Appended.Done done -> new Done.Stored(done.lastSeq(), done.conversation().epoch());
      case Appended.Repeated(long seq) -> new Done.Stored(seq, now.epoch());
      case Appended.Refused(var why) ->
          switch (why) {
            case NOT_OWNER -> new Done.NotYours();
            case SPEAKER_CHANGED, NOT_OWED -> new Done.TooLate();
            case UNKNOWN_CONVERSATION -> new Done.UnknownConversation();
          };
    };
  }
}
