package io.direktdraht.bot.evaluate;

import io.direktdraht.conversation.Escalation;
import org.jspecify.annotations.Nullable;

/// What became of a script: where and why the bot let go, null where it never did, and how many
/// turns in a row had failed at most.
public record Played(Script script, @Nullable HandedOff handedOff, int failedInARow) {
  /// The first turn is 1.
  public record HandedOff(int turn, Escalation why) {}
}
