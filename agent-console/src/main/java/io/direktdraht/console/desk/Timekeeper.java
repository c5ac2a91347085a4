package io.direktdraht.console.desk;

import io.direktdraht.console.desk.goal.Goal;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Conversations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What contacts are owed by when, and whether it came in time.
final class Timekeeper {
  private static final int MANY = 10_000;
  private final Work work;
  private final DeskRules.Teams teams;
  private final Conversations conversations;
  private final InstantSource clock;
  private final MeterRegistry meters;

  Timekeeper(
      Work work,
      DeskRules.Teams teams,
      Conversations conversations,
      InstantSource clock,
      MeterRegistry meters) {
    this.work = work;
    this.teams = teams;
    this.conversations = conversations;
    this.clock = clock;
    this.meters = meters;
    for (var state : List.of(Goal.State.AT_RISK, Goal.State.MISSED))
      Gauge.builder("direktdraht.goals.open", () -> count(state))
          .description("Conversations whose next answer, end or promise is nearly or already late")
          .tag("state", lower(state))
          .register(meters);
  }

  Optional<Goal> goal(Conversation conversation) {
    return switch (conversation.stage()) {
      case Stage.Waiting(var why, var since) ->
          Optional.of(goal(new Work.Owing(Goal.Kind.FIRST_ANSWER, since, why.needs().team())));
      case Stage.Promised promised -> Optional.of(Goal.promise(promised.since(), promised.due()));
      case Stage.WithAgent with -> {
        var owed = work.owing(conversation.id()).map(this::goal);
        var open = with.promised();
        yield open == null
            ? owed
            : owed.filter(goal -> goal.due().isBefore(open.due()))
                .or(() -> Optional.of(Goal.promise(open.since(), open.due())));
      }
      case Stage.WithBot(), Stage.Resolved(_) -> Optional.empty();
    };
  }

  /// Measures what was owed until this happened; to be told before {@link Work} is.
  void hear(ConversationId id, ConversationEvent event) {
    switch (event) {
      case ConversationEvent.MessageSent(var message, var at)
          when message.author() instanceof Author.Agent ->
          work.owing(id)
              .filter(owing -> owing.kind() != Goal.Kind.RESOLVE)
              .ifPresent(owing -> reached(owing, at));
      case ConversationEvent.Resolved resolved ->
          work.undone(id).ifPresent(owing -> reached(owing, resolved.at()));
      default -> {}
    }
  }

  private void reached(Work.Owing owing, Instant at) {
    Counter.builder("direktdraht.goals")
        .description("Answers and ends, by whether they came in time")
        .tag("goal", lower(owing.kind()))
        .tag("team", named(owing.team()))
        .tag("result", at.isAfter(goal(owing).due()) ? "missed" : "met")
        .register(meters)
        .increment();
  }

  /// Teams that no setting names are one to the metrics, so that their number stays small.
  private String named(@Nullable String team) {
    return team == null || !teams.named().containsKey(team) ? "any" : team;
  }

  private Goal goal(Work.Owing owing) {
    var team = teams.of(owing.team());
    return team.goals().of(owing.kind(), owing.since(), team.hours());
  }

  private long count(Goal.State state) {
    var now = clock.instant();
    return Stream.of(Stage.Kind.WAITING, Stage.Kind.PROMISED, Stage.Kind.WITH_AGENT)
        .flatMap(stage -> conversations.inStage(stage, MANY).stream())
        .filter(conversation -> goal(conversation).filter(g -> g.at(now) == state).isPresent())
        .count();
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
