package io.direktdraht.channel.platform;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.util.Set;

/// What a platform can show a contact besides messages.
public interface Gestures {
  enum Gesture {
    /// Somebody writes to the contact.
    WRITES,
    /// Somebody has read what the contact wrote.
    READ
  }

  /// Those that the platform knows.
  Set<Gesture> known();

  /// How long it shows that somebody writes, unless a message comes first.
  Duration lasts();

  /// One call, made once. Whether it was taken matters to nobody but who counts.
  DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException;

  /// To whom: the contact's id, and the platform's id of the newest thing that they did.
  record Newest(String contact, String key) {}
}
