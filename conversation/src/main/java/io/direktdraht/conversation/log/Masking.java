package io.direktdraht.conversation.log;

/// Hides what must not be stored as a customer wrote it, such as the number of a card.
@FunctionalInterface
public interface Masking {
  Masking NONE = text -> text;

  String masked(String text);
}
