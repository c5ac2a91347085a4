package io.direktdraht.conversation.outbox;

import io.direktdraht.conversation.Contact;
import java.time.Instant;

/// Addresses that want nothing more from their line, until they say otherwise; whatever else they
/// write meanwhile.
public interface OptOuts {
  /// Saying it twice changes nothing.
  void change(Contact.Point who, boolean out, Instant at);

  boolean out(Contact.Point who);
}
