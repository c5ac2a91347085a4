package io.direktdraht.conversation;

import org.jspecify.annotations.Nullable;

/// One message: who said what by which line. `key` is the sender's own id for it, where there is
/// one.
public record Message(Author author, Line.Id line, Content content, @Nullable String key) {}
