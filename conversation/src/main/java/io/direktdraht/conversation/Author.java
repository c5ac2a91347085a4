package io.direktdraht.conversation;

/// Who said it. `System` says what neither bot nor person says: places in the queue, who joined.
public sealed interface Author {
  record Contact() implements Author {}

  record Bot() implements Author {}

  /// `name` is the one that customers see.
  record Agent(AgentId id, String name) implements Author {}

  record System() implements Author {}
}
