package io.direktdraht.console.desk;

import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Conversation;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Outcome;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.log.Append;
import io.direktdraht.conversation.log.Owed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks after what nobody does: agents who have gone or are silent, promises that are due, waits
/// that grow too long, conversations in which nothing happens any more.
final class Watch {
  private static final int MANY = 500;
  private static final int TAIL = 50;

  /// Who writes letters is not asked after an hour.
  private static final Duration LETTERS = Duration.ofDays(7);

  private final Desk.Ports ports;
  private final DeskRules rules;
  private final Sight sight;
  private final InstantSource clock;

  // Of the pump's thread alone.
  private final Map<ConversationId, Long> asked = new HashMap<>();
  private final Map<Stage.Kind, Conversation> looked = new EnumMap<>(Stage.Kind.class);

  /// What it looks at, and how it speaks.
  record Sight(
      Presence presence,
      Queue queue,
      Work work,
      DeskWords words,
      Promising promising,
      Telling telling) {}

  Watch(Desk.Ports ports, DeskRules rules, Sight sight, InstantSource clock) {
    this.ports = ports;
    this.rules = rules;
    this.sight = sight;
    this.clock = clock;
  }

  /// `deserted`: everybody has been gone for so long that whoever waits is promised an answer.
  void look(boolean deserted) {
    Apart.step("who was left", this::leftAlone);
    Apart.step("who waits", deserted ? this::promiseEverybody : this::waitsThatGrowLong);
    Apart.step("promises", this::brokenPromises);
    Apart.step("contacts of agents", () -> idle(Stage.Kind.WITH_AGENT));
    Apart.step("contacts of the bot", () -> idle(Stage.Kind.WITH_BOT));
  }

  private void leftAlone() {
    for (var left : sight.work.left(sight.presence, clock.instant()))
      Apart.with(left.conversation(), () -> requeue(left));
  }

  private void requeue(Work.Left left) {
    var conversation = ports.conversations().find(left.conversation()).orElse(null);
    if (conversation == null || conversation.stage().owner().filter(left.agent()::equals).isEmpty())
      return;
    var phrase = left.cause() == ConversationEvent.Requeued.Cause.ABSENT ? "gone" : "silent";
    append(
        conversation,
        List.of(
            new ConversationEvent.Requeued(left.agent(), left.cause(), null, null, clock.instant()),
            sight.words.say(conversation, phrase, Map.of())),
        "taken back, epoch " + conversation.epoch());
  }

  private void promiseEverybody() {
    for (var conversation : ports.conversations().inStage(Stage.Kind.WAITING, MANY))
      Apart.with(conversation.id(), () -> promise(conversation));
  }

  private void promise(Conversation conversation) {
    if (conversation.stage() instanceof Stage.Waiting(_, var since) && told(conversation))
      append(
          conversation,
          sight.promising.promise(conversation),
          "promised, waits since " + since + ", epoch " + conversation.epoch());
  }

  /// Who has just come is told where they stand first, and promised then.
  private boolean told(Conversation conversation) {
    return ports.owed().places(Owed.Kind.DESK, conversation.id()).isEmpty();
  }

  /// Asked whether they will wait on; who says nothing to it is promised an answer here.
  private void waitsThatGrowLong() {
    var longest = rules.times().longestWait();
    var growing = sight.queue.waitingSince(clock.instant().minus(longest));
    asked.keySet().retainAll(Set.copyOf(growing));
    for (var id : growing)
      Apart.with(
          id, () -> ports.conversations().find(id).ifPresent(one -> askToWaitOn(one, longest)));
  }

  private void askToWaitOn(Conversation conversation, Duration longest) {
    if (!(conversation.stage() instanceof Stage.Waiting wait)) return;
    var id = conversation.id();
    long times = Duration.between(wait.since(), clock.instant()).dividedBy(longest);
    if (asked.getOrDefault(id, 0L) == times) return;
    var silence = silence(conversation);
    var since = silence.waitsSince(wait.since());
    // Whoever was with an agent meanwhile has not waited so long.
    if (!since.plus(longest).isAfter(clock.instant()))
      append(
          conversation,
          silence.waitsSilently()
              ? sight.promising.promise(conversation, "promise.silent")
              : sight.telling.tooLong(conversation, since),
          "waits too long since " + since + ", " + times);
    asked.put(id, times);
  }

  private void brokenPromises() {
    var now = clock.instant();
    var due = new ArrayList<>(sight.queue.due(now));
    due.addAll(sight.work.due(now));
    for (var id : due) Apart.with(id, () -> ports.conversations().find(id).ifPresent(this::admit));
  }

  private void admit(Conversation conversation) {
    conversation
        .stage()
        .openPromise()
        .filter(open -> !open.due().isAfter(clock.instant()))
        .ifPresent(open ->
            append(
                conversation,
                sight.promising.broken(conversation, open),
                open.promise() + " is broken"));
  }

  /// A page at each look: many that are left as they are keep it from nobody.
  private void idle(Stage.Kind stage) {
    var before = clock.instant().minus(rules.times().idle());
    var page = ports.conversations().idle(stage, before, looked.get(stage), MANY);
    if (page.size() < MANY) looked.remove(stage);
    else looked.put(stage, page.getLast());
    for (var conversation : page) Apart.with(conversation.id(), () -> askOrEnd(conversation));
  }

  private void askOrEnd(Conversation conversation) {
    boolean letters = DeskRules.letters(ports.lines().channel(conversation.line()));
    if (letters && conversation.touchedAt().plus(LETTERS).isAfter(clock.instant())) return;
    if (somebodyOwes(conversation)) return;
    var next = silence(conversation).next();
    append(
        conversation,
        switch (letters && next == Silence.Next.ASK ? Silence.Next.LEFT : next) {
          case ASK -> List.of(askWhetherSolved(conversation));
          case SOLVED -> List.of(ended(solved(conversation.stage())));
          case LEFT -> List.of(ended(Outcome.LEFT_SILENTLY));
        },
        "idle since " + conversation.touchedAt());
  }

  /// Then the silence is ours.
  private boolean somebodyOwes(Conversation conversation) {
    return sight.work.unansweredSince(conversation.id()).isPresent()
        || conversation.stage().openPromise().isPresent()
        || !ports.owed().places(Owed.Kind.TURN, conversation.id()).isEmpty();
  }

  private ConversationEvent askWhetherSolved(Conversation conversation) {
    var no = conversation.stage().botMaySpeak() ? "idle.human" : "idle.no";
    var payload = conversation.stage().botMaySpeak() ? "/human" : Content.DESK + "open";
    return sight.words.say(
        conversation,
        "idle",
        Map.of(),
        List.of(
            sight.words.choice(conversation, "idle.yes", Content.DESK + Content.SOLVED),
            sight.words.choice(conversation, no, payload)));
  }

  private ConversationEvent ended(Outcome outcome) {
    return new ConversationEvent.Resolved(outcome, null, clock.instant());
  }

  /// Who solved it, when the contact says that it is.
  static Outcome solved(Stage stage) {
    return stage instanceof Stage.WithAgent ? Outcome.SOLVED_BY_AGENT : Outcome.SOLVED_BY_BOT;
  }

  private Silence silence(Conversation conversation) {
    long from = Math.max(0, conversation.lastSeq() - TAIL);
    return new Silence(ports.log().read(conversation.id(), from, TAIL));
  }

  /// Another node may do the same in the same moment.
  private void append(Conversation conversation, List<ConversationEvent> events, String once) {
    var condition = new Append.Condition.SameEpoch(conversation.epoch());
    var key = new Append.Key("desk", conversation.id() + " " + once);
    ports.log().append(new Append(conversation.id(), condition, events, key));
  }
}
