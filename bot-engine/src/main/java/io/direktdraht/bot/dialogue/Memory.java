package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Mood;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.intents.recognise.Emotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The next version of a dialogue.
final class Memory {
  /// Enough to know the last answer and the variants of small talk already used.
  private static final int REMEMBERED = 12;

  /// How a question which of several is remembered, and an invitation to one.
  static final String CLARIFY = "clarify:";

  /// How the question what files are about is remembered.
  static final String FILES = CLARIFY + "files";

  private static final String INVITED = "invited:";

  /// Somebody who has calmed down again leaves no words.
  private static final double STILL = 0.25;

  private Memory() {}

  /// A dialogue in the making.
  private static final class Draft {
    private final Dialogue before;
    private String language;
    private final Map<String, String> slots;
    private @Nullable Pending pending;
    private int failures;
    private boolean declined;
    private final List<String> said;
    private Mood mood;

    Draft(Dialogue before) {
      this.before = before;
      language = before.language();
      slots = new HashMap<>(before.slots());
      pending = before.pending();
      failures = before.failures();
      declined = before.declined();
      said = new ArrayList<>(before.said());
      mood = before.mood();
    }

    Dialogue done() {
      return new Dialogue(before.epoch(), language, slots, pending, failures, declined, said, mood);
    }
  }

  private static Dialogue next(Dialogue before, Consumer<Draft> change) {
    var draft = new Draft(before);
    change.accept(draft);
    return draft.done();
  }

  static Dialogue with(Dialogue d, String slot, String value) {
    return next(d, draft -> draft.slots.put(slot, value));
  }

  static Dialogue without(Dialogue d, String slot) {
    return next(d, draft -> draft.slots.remove(slot));
  }

  static Dialogue speaking(Dialogue d, String language) {
    return next(d, draft -> draft.language = language);
  }

  static Dialogue awaiting(Dialogue d, @Nullable Pending pending) {
    return next(d, draft -> draft.pending = pending);
  }

  static Dialogue failed(Dialogue d) {
    return next(d, draft -> draft.failures++);
  }

  static Dialogue failing(Dialogue d, int failures) {
    return next(d, draft -> draft.failures = failures);
  }

  static Dialogue succeeded(Dialogue d) {
    return next(d, draft -> draft.failures = 0);
  }

  /// Who declines a person goes on with the bot: the count starts anew, the next failure hands off
  /// without asking.
  static Dialogue declined(Dialogue d) {
    return next(d, draft -> anew(draft, true));
  }

  /// A person was called: what led to it is theirs now and shall not call again.
  static Dialogue handedOff(Dialogue d) {
    return next(d, draft -> anew(draft, false));
  }

  private static void anew(Draft draft, boolean declined) {
    draft.failures = 0;
    draft.declined = declined;
    draft.pending = null;
    draft.mood = Mood.CALM;
  }

  /// The mood after a turn that felt like this.
  static Dialogue feels(Dialogue d, Emotion now) {
    var words = now.strength() < STILL ? List.<String>of() : now.words();
    return feeling(d, d.mood().after(-now.strength(), words));
  }

  static Dialogue feeling(Dialogue d, Mood mood) {
    return next(d, draft -> draft.mood = mood);
  }

  static Dialogue said(Dialogue d, String what) {
    return next(
        d,
        draft -> {
          draft.said.add(what);
          while (draft.said.size() > REMEMBERED) draft.said.removeFirst();
        });
  }

  /// Remembers that this rule has asked whether a person shall come, below what was said last, so
  /// that the same answer again is still noticed.
  static Dialogue invited(Dialogue d, String rule) {
    return next(d, draft -> draft.said.add(Math.max(0, draft.said.size() - 1), INVITED + rule));
  }

  static boolean wasInvited(Dialogue d, String rule) {
    return d.said().contains(INVITED + rule);
  }

  /// The intent that the bot spoke about last; empty when it spoke about none.
  static String intentBefore(Dialogue d) {
    if (d.said().isEmpty()) return "";
    var last = d.said().getLast();
    return last.startsWith(CLARIFY) ? "" : last.replaceFirst("[#=?].*", "");
  }

  static boolean lastSaid(Dialogue d, String what) {
    return !d.said().isEmpty() && d.said().getLast().equals(what);
  }
}
