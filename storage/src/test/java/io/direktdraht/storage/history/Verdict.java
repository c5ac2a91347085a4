package io.direktdraht.storage.history;

import java.util.List;

/// What a check found. `ambiguous` are sends of which nobody knows whether they arrived, each
/// flagged in the log: reported, not wrong.
public record Verdict(List<Violation> violations, List<History.Delivered> ambiguous) {
  /// The promise that was broken.
  public enum Invariant {
    NO_LOSS,
    NO_DOUBLE,
    ORDER,
    ONE_SPEAKER,
    HONEST
  }

  /// One broken promise, with what shows it.
  public record Violation(Invariant invariant, String conversation, String what) {}

  public Verdict {
    violations = List.copyOf(violations);
    ambiguous = List.copyOf(ambiguous);
  }

  /// Throws when anything was broken.
  public Verdict holds() {
    if (!violations.isEmpty())
      throw new AssertionError(
          violations.size()
              + " broken promises, first: "
              + violations.getFirst()
              + "\nall: "
              + violations);
    return this;
  }
}
