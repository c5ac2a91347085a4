package io.direktdraht.channel.platform;

import io.direktdraht.conversation.outbox.DeliveryResult;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a platform can show a contact besides messages: the gestures that it knows, how long it
/// shows that somebody writes unless a message comes first, and the call that tells it.
public record Gestures(Set<Gesture> known, Duration lasts, Call call) {
  public enum Gesture {
    /// Somebody writes to the contact.
    WRITES,
    /// Somebody has read what the contact wrote.
    READ,
    /// What the contact pressed was taken: its buttons can go, so that nobody presses twice.
    PRESSED
  }

  /// To whom: the contact's id, the platform's id of the newest thing that they did, and what the
  /// platform wants back with it, or null.
  public record Newest(String contact, String key, @Nullable String echo) {}

  /// Made once. Whether it was taken matters to nobody but who counts.
  public interface Call {
    DeliveryResult show(Gesture gesture, Newest to) throws InterruptedException;
  }

  public Gestures {
    known = Set.copyOf(known);
  }
}
