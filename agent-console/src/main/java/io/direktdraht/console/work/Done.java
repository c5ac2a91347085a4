package io.direktdraht.console.work;

/// What became of an agent's command.
public sealed interface Done {
  /// It is on disk; `seq` is its last place, `epoch` the conversation's epoch now.
  record Stored(long seq, long epoch) implements Done {}

  /// A colleague has the conversation.
  record AlreadyWith(String name) implements Done {}

  /// Only whoever has the conversation may do this.
  record NotYours() implements Done {}

  /// The conversation has ended, or changed in that moment.
  record TooLate() implements Done {}

  record UnknownConversation() implements Done {}

  record UnknownAgent() implements Done {}
}
