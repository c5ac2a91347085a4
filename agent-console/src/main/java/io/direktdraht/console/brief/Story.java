package io.direktdraht.console.brief;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.Content;
import io.direktdraht.conversation.Escalation;
import io.direktdraht.conversation.Message;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Recorded;
import io.direktdraht.conversation.event.Turn;
import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Mood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Walks through the events of a conversation and remembers what an agent must know.
final class Story {
  private static final int WORDS = 3;
  private static final int ANSWERS = 4;
  private static final int FELT = 12;

  /// Intents that are good manners: nobody comes for them.
  private static final Set<String> MANNERS =
      Set.of("greeting", "goodbye", "thanks", "praise", "bot_identity");

  private final Map<String, String> titles = new HashMap<>();
  private final List<Brief.Said> words = new ArrayList<>();
  private final List<Brief.Tried> tried = new ArrayList<>();
  private final List<Double> curve = new ArrayList<>();
  private final List<Brief.Why> why = new ArrayList<>();
  private final List<Brief.Passed> passed = new ArrayList<>();
  private final List<Brief.Promised> promises = new ArrayList<>();
  private final Map<String, String> corrected = new HashMap<>();
  private Map<String, String> slots = Map.of();
  private Map<String, String> confirmed = Map.of();
  private Mood mood = Mood.CALM;
  private int misunderstood;
  private boolean waits;
  private boolean answered;
  private @Nullable String goal;
  private @Nullable Turn turn;

  /// The bot's next words begin with the paragraph by which it introduces itself.
  private boolean introduces;

  /// Something was left out since the last turn.
  private boolean gap;

  private long last;

  /// What is promised, as the conversation's own row says, should the event be missing.
  void promised(Stage.Promised open) {
    promises.add(
        new Brief.Promised(open.promise(), open.what(), open.due(), Brief.Promised.State.OPEN));
  }

  void take(Recorded recorded) {
    long seq = recorded.seq();
    reach(seq);
    switch (recorded.event()) {
      case ConversationEvent.MessageReceived(var message, var at) -> heard(seq, message, at);
      case ConversationEvent.TurnDecided(var decided, _) -> decided(decided);
      case ConversationEvent.MessageSent(var message, var at) -> sent(seq, message, at);
      case ConversationEvent.HandoffRequested(var reason, var at) -> letGo(reason, at);
      case ConversationEvent.HandoffWithdrawn _, ConversationEvent.AgentJoined _ -> waits = false;
      case ConversationEvent.Transferred t -> pass(t.from(), t.note(), t.at());
      case ConversationEvent.ReturnedToBot(var agent, var note, var at) -> pass(agent, note, at);
      case ConversationEvent.Requeued requeued -> waitsAgain(requeued);
      case ConversationEvent.PromiseMade made -> promised(made);
      case ConversationEvent.PromiseKept(var id, _) -> became(id, Brief.Promised.State.KEPT);
      case ConversationEvent.PromiseBroken(var id, _) -> became(id, Brief.Promised.State.BROKEN);
      case ConversationEvent.FactGiven given -> given(given);
      case ConversationEvent.FactsConfirmed(var facts, _) -> {
        confirmed = facts;
        settled();
      }
      case ConversationEvent.StandingAsked _ -> settled();
      // What they say now stands in their place.
      case ConversationEvent.MessageEdited _,
          ConversationEvent.MessageWithdrawn _,
          ConversationEvent.SendFailed _,
          ConversationEvent.SendConfirmed _,
          ConversationEvent.ReachChanged _,
          ConversationEvent.HandledElsewhere _,
          ConversationEvent.NoteAdded _,
          ConversationEvent.HandoffJudged _,
          ConversationEvent.DetailGiven _,
          ConversationEvent.ContactJoined _,
          ConversationEvent.ContactParted _,
          ConversationEvent.Forwarded _,
          ConversationEvent.Resolved _,
          ConversationEvent.Reopened _ -> {}
    }
  }

  private void waitsAgain(ConversationEvent.Requeued requeued) {
    waits = true;
    pass(requeued.from(), requeued.note(), requeued.at());
  }

  private void reach(long seq) {
    if (seq != last + 1) {
      gap = true;
      turn = null; // what was left out may have been its answer
    }
    last = seq;
  }

  /// The same of the wait: its reason comes first.
  void waited(Stage.Waiting wait) {
    if (why.isEmpty() || !why.getFirst().at().equals(wait.since()))
      why.addFirst(new Brief.Why(wait.why(), wait.since()));
  }

  Brief told() {
    return new Brief(
        goal == null ? null : title(goal),
        noted(),
        newest(words, WORDS),
        newest(tried, ANSWERS).stream().map(this::titled).toList(),
        misunderstood,
        new Brief.Feeling(newest(curve, FELT), mood.words()),
        why,
        passed,
        promises);
  }

  /// Buttons that mean something to bot or desk are no words of the contact's. What is written to a
  /// person stands in the thread.
  private void heard(long seq, Message message, Instant at) {
    var payload = message.content().payload();
    boolean command = payload != null && payload.startsWith("/");
    if (!command && !answered) words.add(new Brief.Said(seq, message.content().text(), at));
  }

  /// What was written last was for bot or desk, and tells an agent nothing.
  private void settled() {
    if (!words.isEmpty() && turn != null && words.getLast().seq() == turn.upTo())
      words.removeLast();
  }

  private void decided(Turn next) {
    introduces = !gap && (turn == null || turn.dialogue().epoch() != next.dialogue().epoch());
    gap = false;
    turn = next;
    for (var candidate : next.understood().candidates())
      titles.put(candidate.intent(), candidate.title());
    var matter = next.dialogue().slots().get(Dialogue.MATTER);
    if (matter != null && !matter.equals(slots.get(Dialogue.MATTER))) goal = matter;
    else if (!waits && about(next) != null) goal = about(next);
    slots = next.dialogue().slots();
    var understood = next.understood();
    mood = mood.after(understood.mood(), understood.humanWish() ? List.of() : understood.words());
    curve.add(Math.round(mood.value() * 100) / 100.0);
    if (next.decision().equals("clarify")) misunderstood++;
  }

  private static @Nullable String about(Turn turn) {
    var intent = turn.intent();
    return intent == null || MANNERS.contains(intent) ? null : intent;
  }

  private void sent(long seq, Message message, Instant at) {
    switch (message.author()) {
      case Author.Bot() -> {
        if (turn != null) answer(turn, seq, message.content(), at);
      }
      case Author.Agent _ -> answered = true;
      case Author.Contact(), Author.System() -> {}
    }
  }

  private void answer(Turn because, long seq, Content content, Instant at) {
    var about = about(because);
    if (about == null || because.decision().equals("ask")) return;
    var text = content.text();
    int introduced = introduces ? text.indexOf("\n\n") + 1 : 0;
    tried.add(new Brief.Tried(seq, about, text.substring(introduced).strip(), at));
  }

  private void letGo(Escalation reason, Instant at) {
    if (!waits) {
      why.clear();
      answered = false;
    }
    waits = true;
    if (why.stream().noneMatch(known -> known.escalation().rule().equals(reason.rule())))
      why.add(new Brief.Why(reason, at));
  }

  private void pass(AgentId by, @Nullable String note, Instant at) {
    if (note != null) passed.add(new Brief.Passed(by, note, at));
  }

  /// A new promise takes the place of one that is still open.
  private void promised(ConversationEvent.PromiseMade made) {
    promises.removeIf(before -> before.state() == Brief.Promised.State.OPEN);
    promises.add(
        new Brief.Promised(made.promise(), made.kind(), made.due(), Brief.Promised.State.OPEN));
  }

  private void became(PromiseId id, Brief.Promised.State state) {
    promises.replaceAll(promise -> promise.id().equals(id) ? promise.become(state) : promise);
  }

  private void given(ConversationEvent.FactGiven given) {
    var all = new HashMap<>(slots);
    all.put(given.fact(), given.value());
    slots = all;
    var before = given.before();
    if (before != null) corrected.putIfAbsent(given.fact(), before);
    if (given.fact().equals(Dialogue.MATTER)) goal = given.value();
  }

  private List<Brief.Noted> noted() {
    return new TreeMap<>(slots)
        .entrySet().stream()
            .map(slot ->
                new Brief.Noted(
                    slot.getKey(),
                    slot.getKey().equals(Dialogue.MATTER)
                        ? title(slot.getValue())
                        : slot.getValue(),
                    corrected.get(slot.getKey()),
                    slot.getValue().equals(confirmed.get(slot.getKey()))))
            .toList();
  }

  private Brief.Tried titled(Brief.Tried answer) {
    return new Brief.Tried(answer.seq(), title(answer.about()), answer.text(), answer.at());
  }

  private String title(String intent) {
    return titles.getOrDefault(intent, intent);
  }

  private static <T> List<T> newest(List<T> list, int most) {
    return list.subList(Math.max(0, list.size() - most), list.size());
  }
}
