package io.direktdraht.bot.turn;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.ConversationLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The newest events of conversations in a few words each. A log only grows, so what was read once
/// is kept for the conversations that were asked about last, and only what followed is read.
final class Happenings {
  /// Enough for what is asked, and a bound to what a turn may read.
  static final int EVENTS = 200;

  private static final int CONVERSATIONS = 2_000;

  /// A guess that is likelier than not tells what a handed-off turn was about.
  private static final double LIKELY = 0.5;

  private final ConversationLog log;
  private final Map<ConversationId, Known> newest =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Known> eldest) {
          return size() > CONVERSATIONS;
        }
      };

  /// One event: when, and as much of it as anybody counts.
  record Happening(Instant at, What what, String about) {}

  enum What {
    CONTACT_WROTE,
    BOT_DECIDED,
    AGENT_WROTE,
    OTHER
  }

  private record Known(long upTo, List<Happening> happenings) {
    Known and(List<Recorded> news) {
      if (news.isEmpty()) return this;
      var all = new ArrayList<>(happenings);
      for (var recorded : news) all.add(happening(recorded));
      return new Known(
          news.getLast().seq(),
          List.copyOf(all.subList(Math.max(0, all.size() - EVENTS), all.size())));
    }
  }

  Happenings(ConversationLog log) {
    this.log = log;
  }

  /// Those up to the conversation's last place, in order; of a long one the newest 200.
  List<Happening> of(Conversation conversation) {
    var known = known(conversation.id());
    if (known.upTo >= conversation.lastSeq()) return known.happenings;
    long from = Math.max(known.upTo, conversation.lastSeq() - EVENTS);
    var now = known.and(log.read(conversation.id(), from, EVENTS));
    remember(conversation.id(), now);
    return now.happenings;
  }

  /// What was just written to a log; where that follows what is known of it, it need not be read.
  synchronized void follow(List<Recorded> news) {
    if (news.isEmpty()) return;
    newest.computeIfPresent(
        news.getFirst().conversation(),
        (_, known) -> news.getFirst().seq() == known.upTo + 1 ? known.and(news) : known);
  }

  private synchronized Known known(ConversationId id) {
    return newest.getOrDefault(id, new Known(0, List.of()));
  }

  private synchronized void remember(ConversationId id, Known known) {
    newest.put(id, known);
  }

  private static Happening happening(Recorded recorded) {
    var event = recorded.event();
    return switch (event) {
      case ConversationEvent.MessageReceived _ -> new Happening(event.at(), What.CONTACT_WROTE, "");
      case ConversationEvent.TurnDecided(var turn, var at) ->
          new Happening(at, What.BOT_DECIDED, about(turn));
      case ConversationEvent.MessageSent(var message, var at)
          when message.author() instanceof Author.Agent ->
          new Happening(at, What.AGENT_WROTE, "");
      default -> new Happening(event.at(), What.OTHER, "");
    };
  }

  private static String about(Turn turn) {
    if (turn.intent() != null) return turn.intent();
    return turn.understood().candidates().stream()
        .filter(candidate -> candidate.probability() >= LIKELY)
        .findFirst()
        .map(Turn.Candidate::intent)
        .orElse("");
  }
}
