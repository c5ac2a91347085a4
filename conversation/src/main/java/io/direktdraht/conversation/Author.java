package io.direktdraht.conversation;

/// Who said it. `System` says what neither bot nor person says: places in the queue, who joined.
public sealed interface Author {
  /// The word for it in JSON and in numbers.
  default String kind() {
    return switch (this) {
      case Contact() -> "contact";
      case Bot() -> "bot";
      case Agent _ -> "agent";
      case System() -> "system";
    };
  }

  record Contact() implements Author {}

  record Bot() implements Author {}

  /// `name` is the one that customers see.
  record Agent(AgentId id, String name) implements Author {}

  record System() implements Author {}
}
