package io.direktdraht.conversation.way;

import io.direktdraht.conversation.Contact;

/// Takes contacts back whom somebody answers in a platform's own inbox. Asks the platform, as long
/// as that takes.
public interface Takeover {
  Result take(Contact.Point point) throws InterruptedException;

  /// What the platform said.
  sealed interface Result {
    /// It takes our answers again.
    record Taken() implements Result {}

    /// It leaves the contact where they are.
    record Refused(String why) implements Result {}

    /// It did not say: perhaps it did so, perhaps not.
    record Unknown(String why) implements Result {}
  }
}
