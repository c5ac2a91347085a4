package io.direktdraht.bot.turn;

import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.log.ConversationLog;
import io.direktdraht.conversation.log.Conversations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What came before a turn, as a fold over the newest events of the contact's last conversations.
/// `matters` says in how many earlier visits of the last seven days an intent was spoken about.
record Past(
    long turns,
    long messagesLast24h,
    long conversationsLast7d,
    Map<String, Long> matters,
    long minutesSinceHuman) {
  /// Contact centres count somebody who comes back within 7 days as not helped the first time
  /// (repeat contacts in first-contact resolution).
  private static final Duration SEVEN_DAYS = Duration.ofDays(7);

  /// An hour without a word ends a visit: ours, since a conversation may stay open for weeks.
  private static final Duration PAUSE = Duration.ofHours(1);

  /// Enough for what is asked, and a bound to what a turn may read.
  private static final int CONVERSATIONS = 10;

  private static final int EVENTS = 200;

  /// A guess that is likelier than not tells what a handed-off turn was about.
  private static final double LIKELY = 0.5;

  Past {
    matters = Map.copyOf(matters);
  }

  static Past of(Conversation now, Conversations conversations, ConversationLog log, Instant at) {
    var since = at.minus(SEVEN_DAYS);
    var recent =
        conversations.of(now.contact(), CONVERSATIONS).stream()
            .filter(one -> !one.touchedAt().isBefore(since))
            .toList();
    var events = new ArrayList<Recorded>();
    for (var one : recent)
      for (var event : log.read(one.id(), Math.max(0, one.lastSeq() - EVENTS), EVENTS))
        if (!event.event().at().isBefore(since)) events.add(event);
    events.sort(Comparator.comparing(recorded -> recorded.event().at()));
    return new Fold(now, at).all(events).past(recent.size());
  }

  /// Walks through the events in the order of time.
  private static final class Fold {
    private final Conversation now;
    private final Instant at;
    private final Map<String, Long> matters = new HashMap<>();
    private final Set<String> visit = new HashSet<>();
    private Instant last;
    private long turns;
    private long messages;
    private long human = -1;

    Fold(Conversation now, Instant at) {
      this.now = now;
      this.at = at;
      this.last = Instant.MIN;
    }

    Fold all(List<Recorded> events) {
      for (var recorded : events) {
        var event = recorded.event();
        if (event.at().isAfter(last.plus(PAUSE))) endVisit();
        last = event.at();
        take(recorded, event);
      }
      if (at.isAfter(last.plus(PAUSE))) endVisit();
      return this;
    }

    Past past(long conversations) {
      return new Past(turns, messages, conversations, matters, human);
    }

    private void take(Recorded recorded, ConversationEvent event) {
      switch (event) {
        case ConversationEvent.MessageReceived _ -> {
          if (event.at().isAfter(at.minus(Duration.ofDays(1)))) messages++;
        }
        case ConversationEvent.TurnDecided(var turn, _) -> turn(turn, recorded);
        case ConversationEvent.MessageSent(var message, _)
            when message.author() instanceof Author.Agent ->
            human = Duration.between(event.at(), at).toMinutes();
        default -> {}
      }
    }

    private void turn(Turn turn, Recorded recorded) {
      var about = about(turn);
      if (!about.isEmpty()) visit.add(about);
      if (!recorded.conversation().equals(now.id())) return;
      turns++;
    }

    private static String about(Turn turn) {
      if (turn.intent() != null) return turn.intent();
      return turn.understood().candidates().stream()
          .filter(candidate -> candidate.probability() >= LIKELY)
          .findFirst()
          .map(Turn.Candidate::intent)
          .orElse("");
    }

    private void endVisit() {
      visit.forEach(intent -> matters.merge(intent, 1L, Long::sum));
      visit.clear();
    }
  }
}
