package io.direktdraht.bot.turn;

import io.direktdraht.bot.turn.Happenings.Happening;
import io.direktdraht.conversation.Conversation;
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

  private static final int CONVERSATIONS = 10;

  Past {
    matters = Map.copyOf(matters);
  }

  static Past of(Conversation now, Conversations conversations, Happenings happenings, Instant at) {
    var since = at.minus(SEVEN_DAYS);
    var recent =
        conversations.of(now.contact(), CONVERSATIONS).stream()
            .filter(one -> !one.touchedAt().isBefore(since))
            .toList();
    var placed = new ArrayList<Placed>();
    for (var one : recent)
      for (var happening : happenings.of(one))
        if (!happening.at().isBefore(since))
          placed.add(new Placed(happening, one.id().equals(now.id())));
    placed.sort(Comparator.comparing(one -> one.happening.at()));
    return new Fold(at).all(placed).past(recent.size());
  }

  /// `here`: in the conversation that the turn belongs to.
  private record Placed(Happening happening, boolean here) {}

  /// Walks through what happened in the order of time.
  private static final class Fold {
    private final Instant at;
    private final Map<String, Long> matters = new HashMap<>();
    private final Set<String> visit = new HashSet<>();
    private Instant last = Instant.MIN;
    private long turns;
    private long messages;
    private long human = -1;

    Fold(Instant at) {
      this.at = at;
    }

    Fold all(List<Placed> placed) {
      for (var one : placed) {
        var happening = one.happening;
        if (happening.at().isAfter(last.plus(PAUSE))) endVisit();
        last = happening.at();
        switch (happening.what()) {
          case CONTACT_WROTE -> {
            if (last.isAfter(at.minus(Duration.ofDays(1)))) messages++;
          }
          case BOT_DECIDED -> {
            if (!happening.about().isEmpty()) visit.add(happening.about());
            if (one.here) turns++;
          }
          case AGENT_WROTE -> human = Duration.between(last, at).toMinutes();
          case OTHER -> {}
        }
      }
      if (at.isAfter(last.plus(PAUSE))) endVisit();
      return this;
    }

    Past past(long conversations) {
      return new Past(turns, messages, conversations, matters, human);
    }

    private void endVisit() {
      visit.forEach(intent -> matters.merge(intent, 1L, Long::sum));
      visit.clear();
    }
  }
}
