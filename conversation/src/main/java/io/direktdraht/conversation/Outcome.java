package io.direktdraht.conversation;

/// How a conversation ended; each ends in exactly one.
public enum Outcome {
  SOLVED_BY_BOT,
  SOLVED_BY_AGENT,
  PROMISED,
  LEFT_WAITING,
  LEFT_SILENTLY,
  MERGED_INTO,
  SPAM
}
