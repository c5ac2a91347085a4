package io.direktdraht.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why the bot lets go: the kind of reason, the rule that fired, and the contact's words that
/// triggered it; whom the rule wants for it, and the facts that its condition looked at.
public record Escalation(
    Reason reason, String rule, List<String> words, Needs needs, Evidence evidence) {
  public enum Reason {
    HUMAN_WISH,
    TWO_STRIKES,
    EMOTION,
    COMPLAINT,
    LEGAL,
    SAFETY,
    COMPLEX,
    VIP,
    ORDER_VALUE,
    REPEATED_CONTACT,
    LANGUAGE,
    BOT_ERROR
  }

  /// Who should take it. Null: any team, no skill. The higher the priority (0 to 100), the sooner.
  public record Needs(@Nullable String team, @Nullable String skill, int priority) {
    public static final Needs ANYBODY = new Needs(null, null, 0);
    public static final int MOST_URGENT = 100;

    public Needs {
      if (priority < 0 || priority > MOST_URGENT)
        throw new IllegalArgumentException("priority must be 0 to 100, was " + priority);
    }

    public Needs team(String other) {
      return new Needs(other, null, priority);
    }
  }

  /// The version of the rules, and the value of every fact that the rule's condition names.
  public record Evidence(String version, Map<String, String> facts) {
    public static final Evidence NONE = new Evidence("", Map.of());

    public Evidence {
      facts = Map.copyOf(facts);
    }
  }

  public Escalation {
    words = List.copyOf(words);
    needs = Objects.requireNonNullElse(needs, Needs.ANYBODY); // stored before there were needs
    evidence = Objects.requireNonNullElse(evidence, Evidence.NONE);
  }

  public Escalation(Reason reason, String rule, List<String> words) {
    this(reason, rule, words, Needs.ANYBODY, Evidence.NONE);
  }

  /// The same, for another team.
  public Escalation team(String team) {
    return new Escalation(reason, rule, words, needs.team(team), evidence);
  }
}
