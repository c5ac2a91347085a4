package io.direktdraht.conversation;

import org.jspecify.annotations.Nullable;

/// One message: who said what by which line. `key` is the sender's own id for it, where there is
/// one. `from` is the contact's address on the line, null for what we say and for what was stored
/// before it was kept. `repeats` is the place of an earlier message that did not arrive and says
/// the same, else null.
public record Message(
    Author author,
    Line.Id line,
    Content content,
    @Nullable String key,
    @Nullable String from,
    @Nullable Long repeats) {
  public Message(Author author, Line.Id line, Content content, @Nullable String key) {
    this(author, line, content, key, null, null);
  }

  /// The same with other words.
  public Message saying(Content other) {
    return new Message(author, line, other, key, from, repeats);
  }
}
