package io.direktdraht.bot.dialogue;

import io.direktdraht.conversation.event.Turn.Dialogue;
import io.direktdraht.conversation.event.Turn.Mood;
import io.direktdraht.conversation.event.Turn.Pending;
import io.direktdraht.intents.recognise.Emotion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  private Memory() {}

  static Dialogue with(Dialogue d, String slot, String value) {
    var slots = new HashMap<>(d.slots());
    slots.put(slot, value);
    return new Dialogue(
        d.epoch(),
        d.language(),
        slots,
        d.pending(),
        d.failures(),
        d.declined(),
        d.said(),
        d.mood());
  }

  static Dialogue without(Dialogue d, String slot) {
    var slots = new HashMap<>(d.slots());
    slots.remove(slot);
    return new Dialogue(
        d.epoch(),
        d.language(),
        slots,
        d.pending(),
        d.failures(),
        d.declined(),
        d.said(),
        d.mood());
  }

  static Dialogue speaking(Dialogue d, String language) {
    return new Dialogue(
        d.epoch(),
        language,
        d.slots(),
        d.pending(),
        d.failures(),
        d.declined(),
        d.said(),
        d.mood());
  }

  static Dialogue awaiting(Dialogue d, @Nullable Pending pending) {
    return new Dialogue(
        d.epoch(),
        d.language(),
        d.slots(),
        pending,
        d.failures(),
        d.declined(),
        d.said(),
        d.mood());
  }

  static Dialogue failed(Dialogue d) {
    return failures(d, d.failures() + 1, d.declined());
  }

  static Dialogue succeeded(Dialogue d) {
    return failures(d, 0, d.declined());
  }

  /// Who declines a person goes on with the bot: the count starts anew, the next failure hands off
  /// without asking.
  static Dialogue declined(Dialogue d) {
    return feeling(awaiting(failures(d, 0, true), null), Mood.CALM);
  }

  /// A person was called: what led to it is theirs now and shall not call again.
  static Dialogue handedOff(Dialogue d) {
    return feeling(awaiting(failures(d, 0, false), null), Mood.CALM);
  }

  /// Somebody who has calmed down again leaves no words.
  private static final double STILL = 0.25;

  /// The mood after a turn that felt like this.
  static Dialogue feels(Dialogue d, Emotion now) {
    var words = now.strength() < STILL ? List.<String>of() : now.words();
    return feeling(d, d.mood().after(-now.strength(), words));
  }

  static Dialogue feeling(Dialogue d, Mood mood) {
    return new Dialogue(
        d.epoch(),
        d.language(),
        d.slots(),
        d.pending(),
        d.failures(),
        d.declined(),
        d.said(),
        mood);
  }

  static Dialogue said(Dialogue d, String what) {
    List<String> said = new ArrayList<>(d.said());
    said.add(what);
    if (said.size() > REMEMBERED) said = said.subList(said.size() - REMEMBERED, said.size());
    return new Dialogue(
        d.epoch(),
        d.language(),
        d.slots(),
        d.pending(),
        d.failures(),
        d.declined(),
        said,
        d.mood());
  }

  /// Remembers that this rule has asked whether a person shall come, below what was said last, so
  /// that the same answer again is still noticed.
  static Dialogue invited(Dialogue d, String rule) {
    List<String> said = new ArrayList<>(d.said());
    said.add(Math.max(0, said.size() - 1), INVITED + rule);
    return new Dialogue(
        d.epoch(),
        d.language(),
        d.slots(),
        d.pending(),
        d.failures(),
        d.declined(),
        said,
        d.mood());
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

  private static Dialogue failures(Dialogue d, int failures, boolean declined) {
    return new Dialogue(
        d.epoch(), d.language(), d.slots(), d.pending(), failures, declined, d.said(), d.mood());
  }
}
