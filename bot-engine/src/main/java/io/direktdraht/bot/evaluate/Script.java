package io.direktdraht.bot.evaluate;

import io.direktdraht.intents.Language;
import java.util.List;

/// A customer's messages, and whether a person should have been brought in.
public record Script(String id, Language language, List<String> turns, Expected expected) {
  public Script {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) throw new IllegalArgumentException("turns must not be empty");
    if (expected instanceof Expected.Person(int byTurn) && (byTurn < 1 || byTurn > turns.size()))
      throw new IllegalArgumentException("by_turn must be one of the turns, was " + byTurn);
  }

  /// Who should have the conversation in the end.
  public sealed interface Expected {
    record Bot() implements Expected {}

    /// A person, at this turn at the latest; the first is 1.
    record Person(int byTurn) implements Expected {}
  }
}
