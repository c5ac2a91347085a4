package io.direktdraht.channel.setup;

import io.direktdraht.conversation.outbox.DeliveryResult;
import org.jspecify.annotations.Nullable;

/// What came of something that was tried. `code`: ok, untold, or why not. `by`: which of several
/// servers said it, e.g. imap; null where there is one.
public record Tried(String code, String detail, @Nullable String by) {
  public Tried(String code, String detail) {
    this(code, detail, null);
  }

  public static Tried of(DeliveryResult result) {
    return result instanceof DeliveryResult.Accepted(var known)
        ? new Tried("ok", known)
        : new Tried(result.failure().kind(), result.failure().reason());
  }
}
