package io.direktdraht.console.desk.route;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Escalation.Needs;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A contact who waits for a person. `since` is when the wait began, whatever happened since then;
/// `offered` is from when on people are asked to take it; `weight` is how much of an agent's
/// capacity the channel takes; `known` is the agent who helped this contact last; `passed` are the
/// agents who let an offer of it go by.
public record Caller(
    ConversationId conversation,
    Instant since,
    Instant offered,
    Needs needs,
    @Nullable String language,
    int weight,
    @Nullable AgentId known,
    Set<AgentId> passed) {
  /// A point of priority is worth half a minute of waiting, so that priority 60 goes before who has
  /// waited up to half an hour longer, and nobody starves. The highest goes before everybody.
  private static final Duration HEAD_START = Duration.ofSeconds(30);

  private static final Duration MOST_URGENT = Duration.ofDays(3650);

  /// The order of the queue: fixed once a contact waits, so that nobody is overtaken by the clock.
  public static final Comparator<Caller> ORDER =
      Comparator.comparing(Caller::rank).thenComparing(Caller::conversation);

  public Caller {
    if (weight < 1) throw new IllegalArgumentException("weight must be at least 1, was " + weight);
    passed = Set.copyOf(passed);
  }

  /// When a contact without priority would have had to come for the same place.
  Instant rank() {
    return needs.priority() == Needs.MOST_URGENT
        ? since.minus(MOST_URGENT)
        : since.minus(HEAD_START.multipliedBy(needs.priority()));
  }
}
