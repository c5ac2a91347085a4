package io.direktdraht.conversation;

import java.util.List;

/// Why the bot lets go: the kind of reason, the rule that fired, and the contact's words that
/// triggered it.
public record Escalation(Reason reason, String rule, List<String> words) {
  public enum Reason {
    HUMAN_WISH,
    TWO_STRIKES,
    EMOTION,
    COMPLAINT,
    LEGAL,
    SAFETY,
    COMPLEX,
    VIP,
    BOT_ERROR
  }

  public Escalation {
    words = List.copyOf(words);
  }
}
