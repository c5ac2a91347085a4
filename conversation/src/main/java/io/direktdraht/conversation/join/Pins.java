package io.direktdraht.conversation.join;

import io.direktdraht.conversation.Contact;
import java.time.Instant;
import java.util.Optional;

/// The digits that were sent to addresses, one for each asker.
public interface Pins {
  /// So often the wrong digits may be typed; then none are right any more.
  int ATTEMPTS = 5;

  /// Instead of what the same asker was sent before. `until` then it is worthless.
  void issue(Pin pin, Contact.Point asker, String address, Instant until);

  /// The address it was sent to, once. Every call is an attempt.
  Optional<String> redeem(Pin pin, Contact.Point asker, Instant now);

  /// Drops what is worthless.
  void forget(Instant now);
}
